import type { IsoDate } from '#app/schedule/model.ts'
import { buildView } from '../view/build-view.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import type { PlanView, TaskView } from '../view/plan-view.ts'
import { tasksOf } from '../view/shown-tasks.ts'
import { type Difference, differenceBetween } from '../what-if/difference.ts'
import { finishEdit } from '../what-if/drag-edits.ts'
import { previewEdits } from '../what-if/preview-edits.ts'
import { whatIfPath } from '../what-if/what-if-links.ts'

/** What a promised day moves that is later than the plan allows. */
export type LatePromise = {
  promisedOn: IsoDate
  /** The day by which the plan needs it. */
  latest: IsoDate
  /** What the plan would be, were the task done on that day; null where that cannot be computed. */
  difference: Difference | null
  /** The what-if with that day. */
  whatIf: string
}

/** Whether a promised day is later than the plan allows: later than the task must be done, and than it is expected. */
const isLaterThanPlan = ({ promisedOn, dueOn, earlyFinish }: Pick<TaskView, 'promisedOn' | 'dueOn' | 'earlyFinish'>) =>
  promisedOn !== null && promisedOn > dueOn && promisedOn > earlyFinish

/**
 * What the promised day of a task moves; null where it is not later than the plan allows. As for a dragged finish, the working days follow it.
 * @param view of that material, where it is computed already
 */
export function latePromiseOf(material: PlanMaterial, taskId: string, view?: PlanView): LatePromise | null {
  // Most tasks are promised for no day: their plan is not computed for it.
  if (!material.rows.tasks.find(({ id }) => id === taskId)?.promisedOn) return null
  const before = view ?? buildView(material)
  const task = tasksOf(before).find(({ id }) => id === taskId)
  if (!task?.promisedOn || !isLaterThanPlan(task)) return null
  const edits = [finishEdit(material.rows, task, task.promisedOn)]
  const tried = previewEdits(material, edits)
  return {
    promisedOn: task.promisedOn,
    latest: task.dueOn,
    difference: tried.ok ? differenceBetween(before, tried.view) : null,
    whatIf: whatIfPath(material.rows.plan.id, edits),
  }
}
