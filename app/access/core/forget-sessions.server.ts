import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'

/** Sessions that are over. */
export async function forgetSessions(
  trx: WorkspaceTransaction,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const old = trx
    .selectFrom('session')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(({ or, eb }) => or([eb('endedAt', '<', before), eb('expiresAt', '<', before)]))
    .limit(atMost)
  const deleted = await trx
    .deleteFrom('session')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
