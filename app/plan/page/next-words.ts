import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { TaskView } from '../view/plan-view.ts'

/** Said where the reader has no open task. @param next the plan's next open task, owned by someone else */
export function nothingToDoWords(next: TaskView | undefined, today: string): string {
  if (!next) return 'Nothing to do right now.'
  const { title, owner, dueOn } = next
  const [task, day] = [quoted(title), longDate(dueOn, today)]
  if (owner)
    return dueOn < today
      ? `Nothing to do right now. Next up: ${task}, owned by ${owner.name}, was due ${day}.`
      : `Nothing to do right now. Next up: ${task}, owned by ${owner.name}, due ${day}.`
  return dueOn < today
    ? `Nothing to do right now. Next up: ${task}, was due ${day}.`
    : `Nothing to do right now. Next up: ${task}, due ${day}.`
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
