import type { WorkspaceTransaction } from '#db/workspace.ts'
import { type Standing, sightOf } from '#app/policy/policy.ts'
import { fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { taskRefusals } from './task-refusal-words.ts'

type Asked = { trx: WorkspaceTransaction; workspaceId: string; row: { id: string }; standings: ReadonlySet<Standing> }

/**
 * The tasks that were selected, in the order of the plan.
 * @param tasks all of the plan
 * @throws Refusal 409 where one was deleted, 404 where one was never there or is hidden from the asker, 422 beside `taskIds` for none
 */
export async function findTasks(
  asked: Asked,
  tasks: readonly TaskRow[],
  taskIds: readonly string[],
): Promise<TaskRow[]> {
  const found = tasks.filter(({ id }) => taskIds.includes(id))
  const missing = taskIds.filter((id) => !found.some((task) => task.id === id))
  if (missing.length > 0) return refuseMissing(asked, missing)
  if (found.some((task) => isHiddenFrom(task, sightOf(asked.standings)))) throw notFound()
  if (found.length === 0) throw fieldRefusal('taskIds', taskRefusals.selectOne)
  return found
}
