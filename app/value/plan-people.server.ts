import { keptQuery } from '#db/kept-query.ts'
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
export const listPlanPeople = (trx: WorkspaceReading, workspaceId: string, planId: string): Promise<PlanPerson[]> =>
  peopleOf(trx, { workspaceId, planId })

const peopleOf = keptQuery(
  (db, { workspaceId, planId }) =>
    db
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
      .orderBy('planParticipant.name'),
  { workspaceId: 'a workspace', planId: 'a plan' },
)

/** Who may confirm the first win: the champion and those that the champion named. */
export const confirmersOf = (seats: readonly PlanPerson[]): PlanPerson[] =>
  seats.filter(({ role, mayConfirm }) => role === 'champion' || mayConfirm)
