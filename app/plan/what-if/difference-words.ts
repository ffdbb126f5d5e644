import { count } from '#app/ui/amount-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { capital } from '#app/ui/name-words.ts'

type WhatIfState = { title: string; parts: readonly string[]; notes: readonly string[] }

/** What is read aloud after each change of a what-if: what is tried, what it moves, and the sentences that stand against it. */
export function whatIfStateWords({ title, parts, notes }: WhatIfState): string {
  if (!title) return notes.join(' ')
  const tried = parts.length > 0 ? `${title}: ${factsWords(parts)}.` : `${title}.`
  return [tried, ...notes].join(' ')
}

/** "4 tasks moved · go-live 12 → 16 March" */
export const differenceLine = (parts: readonly string[]): string => parts.join(' · ')

/** "4 tasks moved, go-live 12 → 16 March." */
export const differenceSentence = (parts: readonly string[]): string => `${capital(factsWords(parts))}.`

/** How many tasks of an owner move: "Priya Raman: 2 tasks". */
export const movedForParts = <Owner>(owner: Owner, tasks: number) => sentenceParts`${owner}: ${count(tasks, 'task')}`

export const addsWords = (tasks: number): string => `${count(tasks, 'task')} added`

export const removesWords = (tasks: number): string => `${count(tasks, 'task')} removed`

/** How a task moves: "due 10 → 12 March, starts 2 → 4 March". */
export const movedDatesWords = (days: readonly string[]): string => factsWords(days)

/** Which day of a task moves. @param days from when to when, in words: "10 → 12 March" */
export const movedDateWords = {
  due: (days: string): string => `due ${days}`,
  expected: (days: string): string => `expected ${days}`,
  starts: (days: string): string => `starts ${days}`,
}
