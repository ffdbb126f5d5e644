import type { DeletionLimits } from '#app/kit/deletion-limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type Deletion, deleteFiles } from './delete-files.server.ts'

/**
 * Deletes what was removed and can no longer be restored, and files that never arrived as a whole or were not added.
 * @param note what is written with their deletion
 * @returns how many
 * @throws BucketFault
 */
export const forgetFiles = (
  parts: Pick<Parts, 'db' | 'bucket'>,
  { workspaceId, before, atMost }: DeletionLimits,
  note?: Deletion['note'],
): Promise<number> =>
  deleteFiles(parts, {
    workspaceId,
    find: (trx) =>
      trx
        .selectFrom('attachment')
        .select(['id', 'inBucket', 'size'])
        .where('workspaceId', '=', workspaceId)
        .where(({ or, and, eb }) =>
          or([eb('removedAt', '<', before), and([eb('addedAt', 'is', null), eb('createdAt', '<', before)])]),
        )
        .limit(atMost)
        .execute(),
    ...(note && { note }),
  })
