/** What several rooms, or the runner itself, say where something is refused. */
export const refusals = {
  signInFirst: 'Please sign in first.',
  signInAgain: 'For security, please sign in again to change this. What you typed is kept.',
  notAllowed: 'You don’t have permission to do this.',
  peopleOnly: 'Only a person who is signed in can do this.',
  notFound: 'This page does not exist or is not shared with you.',
  checkFields: 'Please check the fields below.',
  sentBefore:
    'You already saved this form with other values. Check them in another tab. To save these values too, save again.',
  takenBack:
    'You already sent this form, and what it did was taken back since. Nothing was changed this time. To do it again, send it again.',
  unavailable: 'Firstwin could not respond just now. Please wait a moment and send it again. It won’t be saved twice.',
  busy: 'Firstwin is busy right now. Please try again in a minute.',
  formUnreadable: 'This form could not be read. Please reload the page and try again.',
  formInvalid: 'This form is not valid. Please reload the page.',
  formOutdated: 'This form is out of date. Please reload the page.',
  requestUnreadable: 'This request could not be read.',
  ownFormOnly: 'This page only accepts its own form. Please reload it and try again.',
  noFiles: 'You can’t upload files here.',
  tooManyFields: 'This form has too many fields. Please reload the page and try again.',
  chooseFile: 'Please choose a file.',
  datePassed: 'This date has passed.',
}

export const nothingChangedWords = 'Nothing changed. It was already saved like this.'

/** What stands before a message about a row of a list. @param at its number, from 1 */
export const atRowWords = (at: number): string => `Row ${at}: `
