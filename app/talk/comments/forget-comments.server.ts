import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'

/** Erases the text of deleted comments that can no longer be restored. @returns how many */
export async function forgetComments(
  trx: WorkspaceTransaction,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const deleted = trx
    .selectFrom('comment')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('deletedAt', '<', before)
    .where('body', '<>', '')
    .limit(atMost)
  const erased = await trx
    .updateTable('comment')
    .set({ body: '' })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', deleted)
    .executeTakeFirst()
  return Number(erased.numUpdatedRows)
}
