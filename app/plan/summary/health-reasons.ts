import { daysBetween } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { Goal } from '../view/goal.ts'
import type { PlanRows } from '../core/compute-plan.ts'
import { silentHealthWords, unansweredHealthWords, unconfirmedHealthWords } from './health-words.ts'
import type { PlanSigns } from './plan-signs.ts'

/** Days without a sign of the customer from which on that is a reason to call. */
const silentFrom = 10

/** Why an open plan needs someone, besides what its dates say, which are the headline and the buffer. Pure. */
export function healthReasons(
  { rows, signs, goal }: { rows: PlanRows; signs: PlanSigns; goal: Goal | null },
  today: IsoDate,
): string[] {
  const silent = signs.customerOn === null ? 0 : daysBetween(signs.customerOn, today)
  const isDone = goal?.kind === 'win' && rows.tasks.every(({ doneOn }) => doneOn !== null)
  return [
    ...(isDone ? [unconfirmedHealthWords] : []),
    ...(signs.questionOn === null ? [] : [unansweredHealthWords(signs.questionOn, today)]),
    ...(silent >= silentFrom ? [silentHealthWords(silent)] : []),
  ]
}
