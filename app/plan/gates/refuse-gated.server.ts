import { Refusal } from '#app/runner/refusal.ts'
import type { PlanRows, TaskRow } from '../core/compute-plan.ts'
import { gateRefusal } from './gate-words.ts'
import { gateBefore } from './closed-gate.ts'

/**
 * Called after a change that can start tasks or check them off: a refusal undoes that. What was started or done before stays so, and
 * its day can be corrected.
 * @param before the plan as it was before the change
 * @param rows the plan as it is now
 * @throws Refusal 422 while a gate of an earlier stage is not closed
 */
export function refuseGated(before: Pick<PlanRows, 'tasks'>, rows: PlanRows): void {
  const was = new Map(before.tasks.map((task) => [task.id, progressOf(task)]))
  for (const task of rows.tasks) {
    const progress = progressOf(task)
    if (progress <= (was.get(task.id) ?? progress)) continue
    const closed = gateBefore(rows, task)
    if (closed) throw new Refusal(422, gateRefusal(closed))
  }
}

/** 0 for a task that is not started, 1 for one that is, 2 for one that is done. */
const progressOf = ({ startedOn, doneOn }: TaskRow) => (doneOn ? 2 : startedOn ? 1 : 0)
