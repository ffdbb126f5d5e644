import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'

/** Who has the marketing role at this moment. */
export function listMarketing(
  trx: WorkspaceTransaction,
  workspaceId: string,
): Promise<{ memberId: string; address: string }[]> {
  return trx
    .selectFrom('member')
    .select(['id as memberId', 'email as address'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`'marketing' = any(roles)`)
    .orderBy('email')
    .execute()
}
