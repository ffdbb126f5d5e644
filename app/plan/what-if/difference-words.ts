import { count } from '#app/ui/amount-words.ts'
import { capital } from '#app/ui/name-words.ts'

/** "4 tasks moved, go-live 12 → 16 March" */
export const differenceWords = (parts: readonly string[]): string => parts.join(', ')

/** "4 tasks moved · go-live 12 → 16 March" */
export const differenceLine = (parts: readonly string[]): string => parts.join(' · ')

/** "4 tasks moved, go-live 12 → 16 March." */
export const differenceSentence = (parts: readonly string[]): string => `${capital(differenceWords(parts))}.`

/** How many tasks of an owner move. */
export const movedForWords = (tasks: number): string => count(tasks, 'task')

export const addsWords = (tasks: number): string => `${count(tasks, 'task')} added`

export const removesWords = (tasks: number): string => `${count(tasks, 'task')} removed`

/** Which day of a task moves. @param days from when to when, in words: "10 → 12 March" */
export const movedDateWords = {
  due: (days: string): string => `due ${days}`,
  expected: (days: string): string => `expected ${days}`,
  starts: (days: string): string => `starts ${days}`,
}
