import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'

/** The ids of messages that the mail service will not send again. */
export async function forgetMailEvents(
  trx: WorkspaceTransaction,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const old = trx
    .selectFrom('mailEvent')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('at', '<', before)
    .limit(atMost)
  const deleted = await trx
    .deleteFrom('mailEvent')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
