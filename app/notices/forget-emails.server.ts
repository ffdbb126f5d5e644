import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'
import { winKinds } from './notice-recipients.server.ts'

/**
 * Deletes the text of old emails that were sent or never will be. For emails about a first win, the recipients stay known, so
 * that a correction reaches the same people.
 */
export async function forgetEmails(
  trx: WorkspaceTransaction,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const old = trx
    .selectFrom('notice')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('state', '<>', 'waiting')
    .where('createdAt', '<', before)
    .limit(atMost)
  const emptied = await trx
    .updateTable('notice')
    .set({ message: null, facts: '{}', failure: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old.where('kind', 'in', winKinds).where(sql<boolean>`facts <> '{}'::jsonb`))
    .executeTakeFirst()
  const deleted = await trx
    .deleteFrom('notice')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', old.where('kind', 'not in', winKinds))
    .executeTakeFirst()
  return Number(emptied.numUpdatedRows) + Number(deleted.numDeletedRows)
}
