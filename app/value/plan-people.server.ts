import type { WorkspaceReading } from '#db/reading.ts'

export type PlanPerson = {
  id: string
  name: string
  email: string
  jobTitle: string | null
  accountId: string
  role: string
  mayConfirm: boolean
  isKey: boolean
}

/** The participants who take part in a plan now, champion first. */
export async function listPlanPeople(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
): Promise<PlanPerson[]> {
  return trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select([
      'participant.id',
      'planParticipant.name',
      'participant.email',
      'participant.jobTitle',
      'participant.accountId',
      'planParticipant.role',
      'planParticipant.mayConfirm',
      'planParticipant.isKey',
    ])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .orderBy('planParticipant.role')
    .orderBy('planParticipant.name')
    .execute()
}

/** Who may confirm the first win: the champion and those that the champion named. */
export const confirmersOf = (seats: readonly PlanPerson[]): PlanPerson[] =>
  seats.filter(({ role, mayConfirm }) => role === 'champion' || mayConfirm)
