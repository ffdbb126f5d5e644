import type { WorkspaceTransaction } from '#db/workspace.ts'

export type Seat = {
  id: string
  name: string
  email: string
  jobTitle: string | null
  role: string
  mayConfirm: boolean
}

/** The people of the customer who take part in a plan now, champion first. */
export async function listSeats(trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<Seat[]> {
  return trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select([
      'participant.id',
      'participant.name',
      'participant.email',
      'participant.jobTitle',
      'planParticipant.role',
      'planParticipant.mayConfirm',
    ])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .orderBy('planParticipant.role')
    .orderBy('participant.name')
    .execute()
}

/** Who may confirm the first win: the champion and whom the champion named. */
export const confirmersOf = (seats: readonly Seat[]): Seat[] =>
  seats.filter(({ role, mayConfirm }) => role === 'champion' || mayConfirm)
