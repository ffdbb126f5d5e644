import type { WorkspaceTransaction } from '#db/workspace.ts'

/** Ends every session and link of a member who was removed just now. */
export async function endMemberAccess(
  trx: WorkspaceTransaction,
  workspaceId: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('linkToken')
    .set({ revokedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', memberId)
    .where('revokedAt', 'is', null)
    .execute()
  await trx
    .updateTable('session')
    .set({ endedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', memberId)
    .where('endedAt', 'is', null)
    .execute()
}
