import type { WorkspaceTransaction } from '#db/workspace.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import type { LinkType } from '#app/schedule/model.ts'
import type { Sight } from '#app/policy/policy.ts'
import { taskRefusals } from './task-refusal-words.ts'

/** What a task depends on. */
export type NewTaskLink = { task: string; lagDays: number; type?: LinkType | undefined }

type Known = { tasks: readonly TaskRow[]; sight: Sight }

const visibleIds = ({ tasks, sight }: Known) => tasks.filter((task) => !isHiddenFrom(task, sight)).map(({ id }) => id)

/** @throws Refusal 422 for a link to a task that is not on the plan, or is the task itself */
export function refuseWrongLinks(taskId: string, links: readonly NewTaskLink[], known: Known): void {
  const visible = new Set(visibleIds(known))
  for (const link of links) {
    if (link.task === taskId) throw fieldRefusal('dependsOn', taskRefusals.dependsOnItself)
    if (!visible.has(link.task)) throw fieldRefusal('dependsOn', taskRefusals.dependencyGone)
  }
}

/** Writes links in one statement. */
export async function insertLinks(
  trx: WorkspaceTransaction,
  where: { workspaceId: string; planId: string },
  links: readonly (NewTaskLink & { taskId: string })[],
): Promise<void> {
  if (links.length === 0) return
  await trx
    .insertInto('taskLink')
    .values(
      links.map(({ taskId, task, lagDays, type = 'FS' }) => ({ ...where, taskId, dependsOnId: task, lagDays, type })),
    )
    .execute()
}

/**
 * Writes what a task depends on. Links to tasks that are hidden from the writer were not in the writer's form, so they
 * stay. @throws Refusal 422 for a task that is not on the plan, or is the task itself
 */
export async function replaceLinks(
  trx: WorkspaceTransaction,
  where: { workspaceId: string; planId: string; taskId: string },
  { links, ...known }: Known & { links: readonly NewTaskLink[] },
): Promise<void> {
  const { workspaceId, planId, taskId } = where
  refuseWrongLinks(taskId, links, known)
  const visible = visibleIds(known)
  if (visible.length > 0)
    await trx
      .deleteFrom('taskLink')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('taskId', '=', taskId)
      .where('dependsOnId', 'in', visible)
      .execute()
  await insertLinks(
    trx,
    { workspaceId, planId },
    links.map((link) => ({ ...link, taskId })),
  )
}
