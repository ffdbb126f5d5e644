import type { SharedPlace } from '#app/kit/presence.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { ActorSide, Sight } from '#app/policy/policy.ts'
import { notFound } from '#app/runner/refusal.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'

/** A task of the plan that the reader may know of. @throws Refusal 404, for the other side's private task too */
export async function findVisibleTask(
  parts: Pick<Parts, 'reads'>,
  { workspaceId, scopeId }: SharedPlace,
  taskId: string,
  sight: Sight,
): Promise<{ id: string; privateTo: ActorSide | null }> {
  const task = await parts.reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .select(['id', 'privateTo'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', scopeId)
      .where('id', '=', taskId)
      // The database's check holds what the column can say.
      .$narrowType<{ privateTo: ActorSide | null }>()
      .executeTakeFirst(),
  )
  if (!task || isHiddenFrom(task, sight)) throw notFound()
  return task
}
