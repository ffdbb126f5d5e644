import { Refusal } from '#app/runner/refusal.ts'
import type { PlanRows, TaskRow } from './compute-plan.ts'
import { gateRefusal } from './gate-words.ts'
import { gateBefore } from './gates.ts'

/**
 * Called after tasks were started or checked off: a refusal takes that back.
 * @param rows the plan as it is now
 * @throws Refusal 422 while a gate of an earlier stage is not closed
 */
export function refuseGated(rows: PlanRows, tasks: readonly TaskRow[]): void {
  for (const task of tasks) {
    const closed = gateBefore(rows, task)
    if (closed) throw new Refusal(422, gateRefusal(closed))
  }
}
