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

/** Names a button for screen readers where several on the page say the same: "Remove: Priya Raman". */
export const buttonAbout = (button: string, about: string): string => `${button}: ${about}`

/** A button that asks before it acts. */
export const asksFirst = (button: string): string => `${button}…`
