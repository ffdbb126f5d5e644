import { type FormReply, type UnsentReply, isUnsent } from './form-reply.ts'

export const formWords = {
  answer: 'Your answer',
  optional: '(optional)',
  removeDate: 'Remove this date',
  changedByOther: 'Someone changed this in the meantime.',
  couldNotSave: 'This could not be saved. Reload the page and try again.',
  textKept: 'Your text is still here.',
}

/** Why a post did not get through, and what its sender can do. */
export const unsentWords = {
  again: 'You can try again. It won’t be saved twice.',
  noResponse: 'There was no response.',
  ourFault: 'Something went wrong on our side.',
  signedOut: 'You are signed out. Open another tab, sign in there, then try again here.',
  removed: 'This was removed or is no longer shared with you. Copy what you need before you leave.',
}

/**
 * Whether it was saved: without an answer, it may have been.
 * @param isAgain after a second try
 */
export function notSavedWords(why: UnsentReply['unsent'], isAgain = false): string {
  if (why === 'failed') return isAgain ? 'This may still not have been saved.' : 'This may not have been saved.'
  return isAgain ? 'Still not saved.' : 'Not saved.'
}

/** That a form was not saved, and that nothing of it is lost. */
export const textKeptWords = (why: UnsentReply['unsent']): string => `${notSavedWords(why)} ${formWords.textKept}`

/** Why a post without places for the faults of its fields, such as a check-off, was refused: all of them. Undefined where it was not. */
export function refusalWords(reply: FormReply | null | undefined): string | undefined {
  if (reply?.status !== 'invalid') return undefined
  if (isUnsent(reply)) return `${notSavedWords(reply.unsent)} ${reply.message}`
  const faults = [...new Set(reply.faults.map(({ message }) => message))]
  return faults.length > 0 ? faults.join(' ') : (reply.message ?? formWords.couldNotSave)
}
