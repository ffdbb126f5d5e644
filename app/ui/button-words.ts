/** Buttons that are the same on every page, and what they say while their form is sent. */
export const buttonWords = {
  cancel: 'Cancel',
  close: 'Close',
  discard: 'Discard',
  edit: 'Edit',
  remove: 'Remove',
  removing: 'Removing…',
  save: 'Save',
  saving: 'Saving…',
  sending: 'Sending…',
  tryAgain: 'Try again',
}
