import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { SessionOwner } from './session.server.ts'
import { announceLeave } from '#app/kit/announcements.server.ts'

/**
 * Ends all sessions of a person; live connections end with them, in every process.
 * @returns how many there were
 */
export async function endSessions(
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: SessionOwner,
  now: Date,
): Promise<number> {
  const ended = await trx
    .updateTable('session')
    .set({ endedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where((where) =>
      person.memberId === undefined
        ? where('participantId', '=', person.participantId)
        : where('memberId', '=', person.memberId),
    )
    .where('endedAt', 'is', null)
    .returning('id')
    .execute()
  await announceLeave(trx, workspaceId, person.memberId ?? person.participantId)
  return ended.length
}
