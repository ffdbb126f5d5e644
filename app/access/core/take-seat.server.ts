import type { WorkspaceTransaction } from '#db/workspace.ts'

/**
 * Records a participant's first visit to a plan, by any link or session: the invitation is used from then on. Once a champion
 * has joined, the customer decides who is on its side.
 */
export async function takeSeat(
  trx: WorkspaceTransaction,
  { workspaceId, id }: { workspaceId: string; id: string },
  planId: string,
  now: Date,
): Promise<void> {
  const seat = await trx
    .selectFrom('planParticipant')
    .select('role')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', id)
    .where('joinedAt', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!seat) return
  await trx
    .updateTable('planParticipant')
    .set({ joinedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', id)
    .where('joinedAt', 'is', null)
    .where('removedAt', 'is', null)
    .execute()
  if (seat.role === 'champion') await noteChampionJoined(trx, workspaceId, planId, now)
}

/** Records that a champion has joined the plan; the first one counts. */
export async function noteChampionJoined(trx: WorkspaceTransaction, workspaceId: string, planId: string, now: Date) {
  await trx
    .updateTable('plan')
    .set({ championJoinedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .where('championJoinedAt', 'is', null)
    .execute()
}
