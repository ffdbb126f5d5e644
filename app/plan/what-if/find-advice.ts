import type { Computation } from '#app/kit/computations.ts'
import { advise } from '#app/schedule/advise.ts'
import type { PlannedChange } from '#app/schedule/with-change.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type PlanRows, scheduleOf } from '../core/compute-plan.ts'
import { gateBefore } from '../gates/closed-gate.ts'

/** What would save a plan's date, found by trying: up to some thousand computations of the plan. */
export const findAdvice = {
  name: 'find advice',
  compute: ({ rows, today }) => advise(scheduleOf(rows, today).request, { mayStart: (id) => !isGated(rows, id) }),
} satisfies Computation<{ rows: PlanRows; today: IsoDate }, PlannedChange[]>

/** Whether a gate holds the task back from being started. */
function isGated(rows: PlanRows, taskId: string): boolean {
  const task = rows.tasks.find(({ id }) => id === taskId)
  return task !== undefined && gateBefore(rows, task) !== null
}
