import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { TaskView } from '../view/plan-view.ts'

/** Said where the reader has no open task. @param next the plan's next open task, owned by someone else */
export function nothingToDoWords(next: TaskView | undefined, today: string): string {
  if (!next) return 'Nothing to do right now.'
  const title = quoted(next.title)
  const due = `${next.dueOn < today ? 'was due' : 'due'} ${longDate(next.dueOn, today)}`
  return next.owner
    ? `Nothing to do right now. Next up: ${title}, owned by ${next.owner.name}, ${due}.`
    : `Nothing to do right now. Next up: ${title}, ${due}.`
}

/** The link to the reader's tasks that have no card of their own. */
export const moreTasksWords = (rest: number): string => `${count(rest, 'more task')} in the plan below`

export const nextTitle = (name: string): string => `Next for you, ${name.split(' ')[0] ?? name}`

export const nextForYouWords = {
  label: 'Next for you',
  /** Marks what can wait. */
  later: 'Later.',
  noOwner: 'No owner yet.',
  ended: 'Nothing to do: this plan is no longer active.',
}
