import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'
import type { FileBucket } from '#app/kit/file-bucket.ts'
import { deleteFiles } from './store-file.server.ts'

/** Deletes what was removed and can no longer be restored, and files that never arrived as a whole or were not added. @returns how many */
export async function forgetFiles(
  trx: WorkspaceTransaction,
  bucket: FileBucket | null,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const old = await trx
    .selectFrom('attachment')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(({ or, and, eb }) =>
      or([eb('removedAt', '<', before), and([eb('addedAt', 'is', null), eb('createdAt', '<', before)])]),
    )
    .limit(atMost)
    .execute()
  const ids = old.map(({ id }) => id)
  await deleteFiles(trx, bucket, { workspaceId, ids })
  return ids.length
}
