import { bufferWords, count } from '#app/ui/amount-words.ts'
import { movedDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'

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
  factsWords(movedParts(moved, options))

/** What became of a plan's goals by a change: "go-live 12 → 16 March, 3 days buffer → 1 day late"; empty where they stay. */
export const movedGoalsWords = (moved: MovedPlan, today?: string): string => factsWords(goalWords(moved, today))

function goalWords({ goLive, firstWin, buffer }: MovedPlan, today?: string): string[] {
  const goal = goLive
    ? `go-live ${movedDate(goLive.before, goLive.after, today)}`
    : firstWin && `first win ${movedDate(firstWin.before, firstWin.after, today)}`
  return [...(goal ? [goal] : []), ...(buffer ? [`${bufferWords(buffer.before)} → ${bufferWords(buffer.after)}`] : [])]
}
