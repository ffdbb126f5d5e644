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

/**
 * "moves 4 tasks, go-live 12 → 16 March, 3 days buffer → 1 day late". The win moves with go-live, so it is named where go-live stays.
 * @param also what else the change does, after the tasks that it moves
 */
export function movedWords(
  { tasks, goLive, firstWin, buffer }: MovedPlan,
  { today, also = [] }: { today?: string; also?: readonly string[] } = {},
): string {
  const [goal, dates] = goLive ? ['go-live', goLive] : ['first win', firstWin]
  return [
    tasks === 0 ? 'moves no tasks' : `moves ${count(tasks, 'task')}`,
    ...also,
    ...(dates ? [`${goal} ${movedDate(dates.before, dates.after, today)}`] : []),
    ...(buffer ? [`${bufferWords(buffer.before)} → ${bufferWords(buffer.after)}`] : []),
  ].join(', ')
}
