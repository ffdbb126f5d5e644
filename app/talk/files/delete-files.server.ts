import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type StoredPieces, deleteFromBucket } from './file-pieces.server.ts'

export type Deletion = {
  workspaceId: string
  /** Which files and links; nothing else may happen to them meanwhile. */
  find(trx: WorkspaceTransaction): Promise<StoredPieces[]>
  /** What is written with their deletion. */
  note?(trx: WorkspaceTransaction, count: number): Promise<unknown>
}

/**
 * Deletes files and links with all that they hold. First from the bucket, while no transaction is open, since a store may be slow or away; then
 * their rows, so that a file whose deletion failed halfway is deleted by the next try.
 * @returns how many
 * @throws BucketFault
 */
export async function deleteFiles(
  { db, bucket }: Pick<Parts, 'db' | 'bucket'>,
  { workspaceId, find, note }: Deletion,
): Promise<number> {
  const found = await inWorkspace(db, workspaceId, find)
  if (found.length === 0) return 0
  await deleteFromBucket(bucket, workspaceId, found)
  const ids = found.map(({ id }) => id)
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx.deleteFrom('fileChunk').where('workspaceId', '=', workspaceId).where('attachmentId', 'in', ids).execute()
    await trx.deleteFrom('attachment').where('workspaceId', '=', workspaceId).where('id', 'in', ids).execute()
    await note?.(trx, ids.length)
  })
  return ids.length
}
