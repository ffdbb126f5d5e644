import type { WorkspaceReading } from '#db/reading.ts'
import { isSameName } from '#app/kit/is-same-name.ts'

export type PlanPerson = {
  id: string
  name: string
  email: string
  jobTitle: string | null
  accountId: string
  role: string
  mayConfirm: boolean
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
    ])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .orderBy('planParticipant.role')
    .orderBy('planParticipant.name')
    .execute()
}

/**
 * The person of a situation: the participant it names, or for one noted under a name the only participant of that name.
 * Nothing is linked until someone presses *Share with …* and has read the name.
 */
export function personOfSituation(
  situation: { participantId: string | null; personName: string },
  seats: readonly PlanPerson[],
): PlanPerson | undefined {
  if (situation.participantId) return seats.find(({ id }) => id === situation.participantId)
  const named = seats.filter(({ name }) => isSameName(name, situation.personName))
  return named.length === 1 ? named[0] : undefined
}

/** Who may confirm the first win: the champion and those that the champion named. */
export const confirmersOf = (seats: readonly PlanPerson[]): PlanPerson[] =>
  seats.filter(({ role, mayConfirm }) => role === 'champion' || mayConfirm)
