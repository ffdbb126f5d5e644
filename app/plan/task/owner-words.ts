import { count } from '#app/ui/amount-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { labels } from '#app/kit/label-words.ts'

export const ownerFieldWords = {
  someoneElse: buttonWords.someoneElse,
  ownerName: labels.ownerName,
  ownerNameHint: 'Only for “Someone else…”, for example: the legal team',
  alsoOwns: (placeholder: string, others: number): string =>
    others === 1
      ? `${placeholder} also owns 1 other task. Assign it too?`
      : `${placeholder} also owns ${count(others, 'other task')}. Assign them too?`,
  alsoOwnsHint: 'Applies only if you choose a person.',
}

/** The answers to whether the other tasks of a placeholder go along. */
export const alsoOwnsAnswers = {
  all: (others: number): string => `Yes, assign all ${others + 1} tasks`,
  one: 'No, only this task',
}
