import type { WorkspaceTransaction } from '#db/workspace.ts'
import { fault } from '#app/runner/refusal.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import type { LinkType } from '#app/schedule/model.ts'
import type { Sight } from '#app/policy/policy.ts'

type NewLink = { task: string; lagDays: number; type?: LinkType | undefined }

/**
 * Writes what a task waits for. Links to tasks that are hidden from the writer were not in the writer's form, so they
 * stay. @throws Refusal 422 for a task that is not on the plan, or is the task itself
 */
export async function replaceLinks(
  trx: WorkspaceTransaction,
  where: { workspaceId: string; planId: string; taskId: string },
  { tasks, sight, links }: { tasks: readonly TaskRow[]; sight: Sight; links: readonly NewLink[] },
): Promise<void> {
  const { workspaceId, planId, taskId } = where
  const visible = tasks.filter((task) => !isHiddenFrom(task, sight)).map(({ id }) => id)
  for (const link of links) {
    if (link.task === taskId) throw fault('dependsOn', 'A task cannot depend on itself.')
    if (!visible.includes(link.task)) throw fault('dependsOn', 'One of these tasks is no longer on the plan.')
  }
  if (visible.length > 0)
    await trx
      .deleteFrom('taskLink')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('taskId', '=', taskId)
      .where('dependsOnId', 'in', visible)
      .execute()
  if (links.length > 0)
    await trx
      .insertInto('taskLink')
      .values(
        links.map(({ task, lagDays, type = 'FS' }) => ({
          workspaceId,
          planId,
          taskId,
          dependsOnId: task,
          lagDays,
          type,
        })),
      )
      .execute()
}
