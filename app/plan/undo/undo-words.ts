import { quoted } from '#app/ui/name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** @param what the change, as the activity says it */
export const undoWords = (what: string): string => `Undo: ${what}`

/** @param what the undoing, as the activity says it */
export const redoWords = (what: string): string => `Redo: ${what}`

/** Says to people what they did. @param what the change, as the activity says it */
export const youDidWords = (what: string): string => `You ${what}.`

/** Says who did what. @param what the change, as the activity says it */
export const someoneDidWords = (name: string, what: string): string => `${name} ${what}.`

/** What someone did whose undoing was refused, where the change itself is not known. */
export const triedToUndoWords = 'tried to undo a change'

export const undoRefusals = {
  won: 'The first win is confirmed, so what was agreed for it can’t be changed.',
  reopenedLongAgo: 'This plan was reopened too long ago to undo that. You can close it again, with a reason.',
  notYours: 'Part of this is private to one side. Only that side can undo it.',
  titleChangedSince: (title: string): string => `${quoted(title)} has been changed since, so this can’t be undone.`,
  changedSince: 'This has been changed since, so it can’t be undone.',
  leadsNow: 'The person who was added now leads the plan, so this can’t be undone.',
  ownerGone: 'The previous owner is no longer on the plan, so this can’t be undone.',
  nothing: 'There is nothing here to undo.',
}

export const undoFormWords = {
  undoing: 'Undoing…',
  undo: buttonWords.undo,
  redo: 'Redo',
}
