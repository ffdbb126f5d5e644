import { paths } from '#app/kit/paths.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import type { OwnerView } from '../core/viewer-side.ts'
import { personAddress } from './person-address.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'actor' | 'notify'>

/**
 * Tells someone, with their email of the day, of tasks that another person gave them. Not while the plan is a draft: what no one has agreed to is still
 * being arranged, and a task that can start is told anyway.
 */
export async function tellNewOwner(
  { trx, workspaceId, row, actor, notify }: Context,
  owner: OwnerView | null,
  tasks: readonly Pick<TaskRow, 'id' | 'title' | 'privateTo'>[],
): Promise<void> {
  if (row.state !== 'agreed' && row.state !== 'under way') return
  if (!owner?.id || owner.id === actor.id) return
  for (const { id, title, privateTo } of tasks) {
    const to = await personAddress(trx, { workspaceId, planId: row.id, privateTo }, owner)
    if (to)
      await notify({
        kind: 'task-given',
        facts: { by: actor.name, task: title, taskId: id },
        to,
        planId: row.id,
        link: 'participantId' in to ? { kind: 'return', planId: row.id } : { path: paths.plan(row.id) },
      })
  }
}
