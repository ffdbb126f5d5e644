import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { PersonActor } from '../participants/people.server.ts'

/**
 * Who somebody is on a plan that they open, and notes a participant's first opening, by whatever link or session: from then on the
 * invitation is used. Once a champion has come, the customer decides who sits on its side.
 * @returns the person by the name that the plan knows them by
 */
export async function takeSeat<Person extends PersonActor>(
  trx: WorkspaceTransaction,
  person: Person,
  planId: string,
  now: Date,
): Promise<Person> {
  const { kind, workspaceId, id } = person
  if (kind !== 'participant') return person
  const seat = await trx
    .selectFrom('planParticipant')
    .select(['name', 'role', 'joinedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!seat) return person
  if (!seat.joinedAt) {
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
  return { ...person, name: seat.name }
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
