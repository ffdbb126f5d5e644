import { count } from '#app/ui/amount-words.ts'

export const ownerFieldWords = {
  someoneElse: 'Someone else…',
  ownerName: 'Person or team',
  ownerNameHint: 'Only for “Someone else…”, for example: their legal team',
  alsoOwns: (placeholder: string, others: number): string =>
    `${placeholder} also owns ${count(others, 'other task')}. Assign ${others === 1 ? 'it' : 'them'} too?`,
  alsoOwnsHint: 'Only when you choose a person.',
}

/** The answers to whether the other tasks of a placeholder go along. */
export const alsoOwnsAnswers = {
  all: (others: number): string => `Yes, assign all ${others + 1} tasks`,
  one: 'No, only this task',
}
