import type { WorkspaceReading } from '#db/reading.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import type { Person } from './person.ts'

/** Someone who can be told about a comment. */
export type ReachablePerson = Person & { to: NewNotice['to'] }

type Where = { workspaceId: string; planId: string }

/**
 * The people of both sides on a plan, by name: its lead and team, members who own a task of it or wrote on it, and its participants. Two
 * queries.
 */
export async function listPeople(trx: WorkspaceReading, { workspaceId, planId }: Where): Promise<ReachablePerson[]> {
  const members = await trx
    .selectFrom('member')
    .innerJoin('plan', 'plan.workspaceId', 'member.workspaceId')
    .select(['member.id', 'member.name', 'member.email', 'plan.leadId'])
    .where('member.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .where('member.removedAt', 'is', null)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('member.id', '=', eb.ref('plan.leadId')),
        exists(
          selectFrom('planTeam')
            .select('planTeam.memberId')
            .where('planTeam.workspaceId', '=', workspaceId)
            .where('planTeam.planId', '=', planId)
            .whereRef('planTeam.memberId', '=', 'member.id'),
        ),
        exists(
          selectFrom('task')
            .select('task.id')
            .where('task.workspaceId', '=', workspaceId)
            .where('task.planId', '=', planId)
            .whereRef('task.ownerMemberId', '=', 'member.id'),
        ),
        exists(
          selectFrom('comment')
            .select('comment.id')
            .where('comment.workspaceId', '=', workspaceId)
            .where('comment.planId', '=', planId)
            .whereRef('comment.authorId', '=', 'member.id'),
        ),
      ]),
    )
    .orderBy('member.name')
    .execute()
  const seats = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['participant.id', 'planParticipant.name', 'participant.email', 'role', 'acceptedAt'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .orderBy('planParticipant.name')
    .execute()
  return [
    ...members.map(({ id, name, email, leadId }): ReachablePerson => ({
      ...{ id, name, side: 'vendor', sight: 'vendor', leads: id === leadId },
      to: { memberId: id, address: email },
    })),
    ...seats.map(({ id, name, email, role, acceptedAt }): ReachablePerson => ({
      ...{ id, name, side: 'customer', sight: acceptedAt ? 'customer' : 'shared', leads: role === 'champion' },
      to: { participantId: id, address: email },
    })),
  ]
}
