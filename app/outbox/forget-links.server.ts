import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'

/** Deletes links that no longer work; one whose email is still to be sent stays, since it is read then. */
export async function forgetLinks(
  trx: WorkspaceTransaction,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const old = trx
    .selectFrom('linkToken')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '<>', 'demo')
    .where(({ or, eb }) => or([eb('usedAt', '<', before), eb('revokedAt', '<', before), eb('expiresAt', '<', before)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notice')
            .select('notice.id')
            .where('notice.workspaceId', '=', workspaceId)
            .where('notice.state', '=', 'waiting')
            .whereRef('notice.linkTokenId', '=', 'linkToken.id'),
        ),
      ),
    )
    .limit(atMost)
  const deleted = await trx
    .deleteFrom('linkToken')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
