import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'

/** Deletes old posts to channels, with those that the queue gave up: news that waited so long is none. */
export async function forgetChatPosts(
  trx: WorkspaceTransaction,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const old = trx
    .selectFrom('chatPost')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('createdAt', '<', before)
    .limit(atMost)
  const deleted = await trx
    .deleteFrom('chatPost')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
