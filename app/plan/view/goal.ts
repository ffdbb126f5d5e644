import type { PlannedChange } from '#app/schedule/with-change.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { daysLate, dueOf } from '../core/due.ts'
import type { HeadlineTerms } from '../core/headline-terms.ts'
import type { PlanRows, PlanSchedule } from '../core/compute-plan.ts'
import type { Sight } from '#app/policy/policy.ts'

export type HeadlineQuestion = {
  rows: PlanRows<HeadlineTerms>
  schedule: PlanSchedule
  today: IsoDate
  sight: Sight
  /** Changes that would keep a missed date: `advise` of the schedule's request, computed separately because it takes long. */
  advice?: readonly PlannedChange[]
}

/** What the headline is about, with its day and how many working days after that it is expected. */
export type Goal = { kind: 'go-live' | 'win'; id: string; by: IsoDate; expected: IsoDate; lateDays: number }

/** The goal that counts now: go-live while that is open, then the win; the win also when it alone is missed. */
export function goalNow({ rows, schedule }: Pick<HeadlineQuestion, 'rows' | 'schedule'>): Goal | null {
  const { plan } = rows
  const { goLive, win } = schedule.goals
  const goalAt = (kind: Goal['kind'], id: string, by: IsoDate): Goal => {
    const { expected } = dueOf({ rows, schedule }, id)
    return { kind, id, by, expected, lateDays: expected > by ? daysLate(schedule, by, expected) : 0 }
  }
  const live = goLive ? goalAt('go-live', goLive, plan.criticalDate) : null
  const first = win ? goalAt('win', win, plan.winBy) : null
  const isLiveReached = schedule.request.tasks.some(({ id, doneOn }) => id === goLive && doneOn)
  if (!live || isLiveReached) return first
  return live.lateDays === 0 && first && first.lateDays > 0 ? first : live
}
