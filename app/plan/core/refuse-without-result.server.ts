import { Refusal } from '#app/runner/refusal.ts'
import type { PlanRows, TaskRow } from './compute-plan.ts'
import { noResultRefusal } from './result-words.ts'
import { lacksResult } from './task-result.ts'

/**
 * Called after a change that can check tasks off or take their results away: a refusal undoes that.
 * @param before the plan as it was before the change
 * @param rows the plan as it is now
 * @throws Refusal 422 for a task that is done without the result it asks for, and was not so before
 */
export function refuseWithoutResult(before: Pick<PlanRows, 'tasks'>, rows: Pick<PlanRows, 'tasks'>): void {
  const were = new Set(before.tasks.filter(isDoneWithout).map(({ id }) => id))
  for (const task of rows.tasks)
    if (task.result && isDoneWithout(task) && !were.has(task.id))
      throw new Refusal(422, noResultRefusal(task.title, task.result))
}

const isDoneWithout = (task: TaskRow) => task.doneOn !== null && lacksResult(task)
