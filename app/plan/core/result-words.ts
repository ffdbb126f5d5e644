import { capital, possessive, quoted } from '#app/ui/name-words.ts'
import type { ResultKind, TaskResult } from './task-result.ts'

/** How forms, conflicts, the activity and the page of a task call its result. */
export const resultLabels = { resultAsks: 'Result', approver: 'Approver', result: 'Result' }

export const resultKindWords: Record<ResultKind, string> = {
  file: 'A file',
  link: 'A link',
  sentence: 'A sentence',
  approval: 'An approval',
}

type Asked = Pick<TaskResult, 'asks' | 'approver'>

/** What a task needs before it can be marked done, as a tag. */
const needTag = ({ asks, approver }: Asked): string =>
  ({
    file: 'needs a file',
    link: 'needs a link',
    sentence: 'needs a sentence',
    approval: approver ? `needs ${possessive(approver.name)} approval` : 'needs an approval',
  })[asks]

/** The tag of a task whose result is missing; empty where there is nothing to say. */
export const resultTag = (result: TaskResult | null): string => (result && result.given === null ? needTag(result) : '')

/** What the page of a task says of its result. */
export const resultStatusWords = (result: TaskResult): string =>
  result.given === null
    ? capital(needTag(result))
    : result.asks === 'approval'
      ? `Approved by ${result.given}`
      : result.given

/** Why a task cannot be done yet. */
export function noResultRefusal(title: string, { asks, approver }: Asked): string {
  const task = quoted(title)
  switch (asks) {
    case 'file':
      return `${task} needs a file before it can be marked done.`
    case 'link':
      return `${task} needs a link before it can be marked done.`
    case 'sentence':
      return `${task} needs a sentence about its result before it can be marked done.`
    case 'approval':
      return approver
        ? `${task} needs ${possessive(approver.name)} approval before it can be marked done.`
        : `${task} needs an approval before it can be marked done.`
  }
}
