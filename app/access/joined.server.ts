import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { PersonActor } from './people.server.ts'

/**
 * Notes that somebody of the customer opened the plan for the first time, by whatever link or session: from then on the invitation
 * is used. Every later time it finds nothing to write.
 */
export async function noteJoined(
  trx: WorkspaceTransaction,
  { kind, workspaceId, id }: PersonActor,
  planId: string,
  now: Date,
): Promise<void> {
  if (kind !== 'participant') return
  await trx
    .updateTable('planParticipant')
    .set({ joinedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', id)
    .where('joinedAt', 'is', null)
    .where('removedAt', 'is', null)
    .execute()
}
