import { possessive, quoted } from '#app/ui/name-words.ts'
import type { ResultKind, TaskResult } from './task-result.ts'

/** How forms, conflicts, the activity and the page of a task call its result. */
export const resultLabels = { resultAsks: 'Result', approver: 'Approver', result: 'Result' }

export const resultKindWords: Record<ResultKind, string> = {
  file: 'A file',
  link: 'A link',
  sentence: 'A sentence',
  approval: 'An approval',
}

/** What a task needs before it can be marked done: "a file", "Priya Raman’s approval". */
const neededWords = ({ asks, approver }: Pick<TaskResult, 'asks' | 'approver'>): string =>
  ({
    file: 'a file',
    link: 'a link',
    sentence: 'a sentence',
    approval: approver ? `${possessive(approver.name)} approval` : 'an approval',
  })[asks]

/** The tag of a task whose result is missing; empty where there is nothing to say. */
export const resultTag = (result: TaskResult | null): string =>
  result && result.given === null ? `needs ${neededWords(result)}` : ''

/** What the page of a task says of its result. */
export const resultStatusWords = (result: TaskResult): string =>
  result.given === null
    ? `Needs ${neededWords(result)}`
    : result.asks === 'approval'
      ? `Approved by ${result.given}`
      : result.given

/** Why a task cannot be done yet. */
export const noResultRefusal = (title: string, result: Pick<TaskResult, 'asks' | 'approver'>): string =>
  `${quoted(title)} needs ${neededWords(result)} before it can be marked done.`
