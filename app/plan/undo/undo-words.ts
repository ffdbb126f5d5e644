import { quoted } from '#app/ui/name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** Names the button that undoes a change. @param words who did what: "Mara Keller checked off “Contract at Legal”" */
export const undoWords = (words: string): string => `Undo: ${words}`

/** Names the button that takes an undoing back. @param words who undid what */
export const redoWords = (words: string): string => `Redo: ${words}`

/** Said where undoing was refused and the change itself is not known. */
export const triedToUndoWords = 'You tried to undo a change'

export const undoRefusals = {
  measured: 'A value has been recorded for this first win, so it can be changed but not removed.',
  agreed: 'Both sides have agreed to this, so it can be changed but not removed.',
  won: 'The first win is confirmed, so what was agreed for it can’t be changed.',
  reopenedLongAgo: 'This plan was reopened too long ago to undo that. You can close it again, with a reason.',
  notYours: 'Part of this belongs to one side. Only that side can undo it.',
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
