/** Buttons that are the same on every page, and what they say while their form is sent. */
export const buttonWords = {
  accept: 'Accept',
  addFile: 'Add a file',
  askQuestion: 'Ask a question',
  cancel: 'Cancel',
  choose: 'Please choose',
  close: 'Close',
  closing: 'Closing…',
  discard: 'Discard',
  edit: 'Edit',
  logQuestion: 'Log a question',
  remove: 'Remove',
  removeNow: 'Remove now',
  removing: 'Removing…',
  reopen: 'Reopen',
  reopening: 'Reopening…',
  reply: 'Reply',
  restore: 'Restore',
  restoring: 'Restoring…',
  save: 'Save',
  saving: 'Saving…',
  sendAnswer: 'Send answer',
  sendBack: 'Send back',
  sending: 'Sending…',
  show: 'Show',
  showAll: 'Show everything',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  someoneElse: 'Someone else…',
  tryAgain: 'Try again',
  undo: 'Undo',
  withdraw: 'Withdraw',
}

/** Names a button for screen readers where several on the page say the same: "Remove: Priya Raman". */
export const buttonAbout = (button: string, about: string): string => `${button}: ${about}`

/** A button that asks before it acts. */
export const asksFirst = (button: string): string => `${button}…`
