import type { WorkspaceTransaction } from '#db/workspace.ts'
import { endSessions } from './end-sessions.server.ts'

/** Ends what let a member in, at once: every link, every session, every live connection. */
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
  await endSessions(trx, workspaceId, { memberId }, now)
}
