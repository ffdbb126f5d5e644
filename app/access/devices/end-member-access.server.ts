import type { WorkspaceTransaction } from '#db/workspace.ts'
import { dropNotices } from '#app/outbox/outbox.server.ts'
import { revokeLinks } from '#app/outbox/revoke-links.server.ts'
import { endSessions } from '../core/end-sessions.server.ts'

/** Ends what lets a member in, at once: every link, every passkey, every session, every live connection. */
export async function endMemberSignIns(
  trx: WorkspaceTransaction,
  workspaceId: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await revokeLinks(trx, workspaceId, { memberId }, now)
  await trx.deleteFrom('passkey').where('workspaceId', '=', workspaceId).where('memberId', '=', memberId).execute()
  await endSessions(trx, workspaceId, { memberId }, now)
}

/** The same for a member who leaves, with emails that have not left. */
export async function endMemberAccess(
  trx: WorkspaceTransaction,
  workspaceId: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await endMemberSignIns(trx, workspaceId, memberId, now)
  await dropNotices(trx, workspaceId, { memberId })
}
