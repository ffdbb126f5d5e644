import { bufferWords, count } from '#app/ui/amount-words.ts'
import { movedDate } from '#app/ui/date-words.ts'

type Dates = { before: string; after: string }

/** What a change of a plan moves: tasks, the days on which its goals are expected, and its buffer in working days. */
export type MovedPlan = {
  tasks: number
  goLive?: Dates | undefined
  firstWin?: Dates | undefined
  buffer?: { before: number; after: number } | undefined
}

type MovedOptions = { today?: string | undefined; also?: readonly string[] }

/**
 * "4 tasks moved", "go-live 12 → 16 March", "3 days buffer → 1 day late". The win moves with go-live, so it is named where go-live stays.
 * @param also what else the change does, after the tasks that it moves
 */
export const movedParts = (moved: MovedPlan, { today, also = [] }: MovedOptions = {}): string[] => [
  moved.tasks === 0 ? 'no tasks moved' : `${count(moved.tasks, 'task')} moved`,
  ...also,
  ...goalWords(moved, today),
]

/** The same in one line: "4 tasks moved, go-live 12 → 16 March". */
export const movedWords = (moved: MovedPlan, options: MovedOptions = {}): string =>
  movedParts(moved, options).join(', ')

/** The same of a change that is undone, after "a change that": "moved 4 tasks (go-live 12 → 16 March, 3 days buffer → 1 day late)". */
export function movedThenWords(moved: MovedPlan, today?: string): string {
  const tasks = moved.tasks === 0 ? 'moved no tasks' : `moved ${count(moved.tasks, 'task')}`
  const goals = goalWords(moved, today)
  return goals.length > 0 ? `${tasks} (${goals.join(', ')})` : tasks
}

function goalWords({ goLive, firstWin, buffer }: MovedPlan, today?: string): string[] {
  const [goal, dates] = goLive ? ['go-live', goLive] : ['first win', firstWin]
  return [
    ...(dates ? [`${goal} ${movedDate(dates.before, dates.after, today)}`] : []),
    ...(buffer ? [`${bufferWords(buffer.before)} → ${bufferWords(buffer.after)}`] : []),
  ]
}
