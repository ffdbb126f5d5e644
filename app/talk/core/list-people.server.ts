import type { ExpressionBuilder } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { Person } from './person.ts'

/** Someone who can be told about a comment. */
export type ReachablePerson = Person & {
  to: NewNotice['to']
  /** Whether the customer knows that they have to do with the plan, and not only by what the vendor keeps to itself. */
  isKnown: boolean
}

/** The people that someone may know of, and so mention: a member who has only to do with the vendor's own work is not named to the customer. */
export const peopleKnownTo = (sight: Sight, people: readonly ReachablePerson[]): ReachablePerson[] =>
  people.filter(({ isKnown }) => isKnown || sight === 'vendor')

type Where = { workspaceId: string; planId: string }

/**
 * The people of both sides on a plan, by name: its lead and team, members who own a task of it or wrote on it, and its participants. Two
 * queries.
 */
export async function listPeople(trx: WorkspaceReading, where: Where): Promise<ReachablePerson[]> {
  const { workspaceId, planId } = where
  const members = await trx
    .selectFrom('member')
    .innerJoin('plan', 'plan.workspaceId', 'member.workspaceId')
    .select(['member.id', 'member.name', 'member.email', 'plan.leadId'])
    .select((member) =>
      member
        .or([
          worksOn(member, where),
          member.exists(ownedTasks(member, where).where('task.privateTo', 'is', null)),
          member.exists(writtenComments(member, where).where('comment.visibleTo', 'is', null)),
        ])
        .as('isKnown'),
    )
    .where('member.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .where('member.removedAt', 'is', null)
    .where((member) =>
      member.or([
        worksOn(member, where),
        member.exists(ownedTasks(member, where)),
        member.exists(writtenComments(member, where)),
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
    ...members.map(({ id, name, email, leadId, isKnown }): ReachablePerson => ({
      ...{ id, name, side: 'vendor', sight: 'vendor', leads: id === leadId, isKnown: isKnown === true },
      to: { memberId: id, address: email },
    })),
    ...seats.map(({ id, name, email, role, acceptedAt }): ReachablePerson => ({
      ...{
        id,
        name,
        side: 'customer',
        sight: acceptedAt ? 'customer' : 'shared',
        leads: role === 'champion',
        isKnown: true,
      },
      to: { participantId: id, address: email },
    })),
  ]
}

type MemberOfPlan = ExpressionBuilder<DB, 'member' | 'plan'>

const worksOn = ({ or, eb, exists, selectFrom }: MemberOfPlan, { workspaceId, planId }: Where) =>
  or([
    eb('member.id', '=', eb.ref('plan.leadId')),
    exists(
      selectFrom('planTeam')
        .select('planTeam.memberId')
        .where('planTeam.workspaceId', '=', workspaceId)
        .where('planTeam.planId', '=', planId)
        .whereRef('planTeam.memberId', '=', 'member.id'),
    ),
  ])

/** The tasks that a member owns, and the comments that a member wrote: reasons to know them. */
const ownedTasks = ({ selectFrom }: MemberOfPlan, { workspaceId, planId }: Where) =>
  selectFrom('task')
    .select('task.id')
    .where('task.workspaceId', '=', workspaceId)
    .where('task.planId', '=', planId)
    .whereRef('task.ownerMemberId', '=', 'member.id')

const writtenComments = ({ selectFrom }: MemberOfPlan, { workspaceId, planId }: Where) =>
  selectFrom('comment')
    .select('comment.id')
    .where('comment.workspaceId', '=', workspaceId)
    .where('comment.planId', '=', planId)
    .whereRef('comment.authorId', '=', 'member.id')
