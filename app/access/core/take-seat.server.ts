import type { WorkspaceTransaction } from '#db/workspace.ts'

/**
 * Notes a participant's first opening of a plan, by whatever link or session: from then on the invitation is used. Once a champion has
 * come, the customer decides who sits on its side.
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

/** A champion has come to the plan; the first one counts. */
export async function noteChampionJoined(trx: WorkspaceTransaction, workspaceId: string, planId: string, now: Date) {
  await trx
    .updateTable('plan')
    .set({ championJoinedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .where('championJoinedAt', 'is', null)
    .execute()
}
