import type { WorkspaceReading } from '#db/reading.ts'
import { keptQuery } from '#db/kept-query.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { mayEver } from '#app/policy/policy.ts'
import { notFound } from '#app/runner/refusal.ts'
import { memberOptionWords } from './handoff-words.ts'
import { handoffsWithMembers } from './handoffs-with-members.server.ts'
import type { LeadView, PastHandoff } from './handoff-view.ts'

type Where = { workspaceId: string; planId: string }

/** Who leads a plan, who works on it, and its handoffs. @throws Refusal 404 */
export async function getLead(
  parts: Pick<Parts, 'reads'>,
  { actor, standings }: PlanReader,
  planId: string,
): Promise<LeadView> {
  const where = { workspaceId: actor.workspaceId, planId }
  return parts.reads.in(actor.workspaceId, async (trx) => {
    const [plan, members, handoffs] = await Promise.all([
      trx
        .selectFrom('plan')
        .select(['leadId', 'timeZone'])
        .where('workspaceId', '=', where.workspaceId)
        .where('id', '=', planId)
        .executeTakeFirst(),
      listMembers(trx, where),
      listHandoffs(trx, where),
    ])
    const lead = members.find(({ id }) => id === plan?.leadId)
    if (!plan || !lead) throw notFound()
    const dayOf = (at: Date) => todayIn(plan.timeZone, at)
    const waiting = handoffs.find(({ state }) => state === 'offered')
    return {
      lead: shownMember(lead),
      team: members.filter(({ id, inTeam, removedAt }) => inTeam && !removedAt && id !== lead.id).map(shownMember),
      waiting: waiting
        ? {
            ...{ id: waiting.id, receiver: waiting.receiver, by: waiting.by, note: waiting.note },
            ...{ withTasks: waiting.withTasks, offeredOn: dayOf(waiting.offeredAt) },
            isMine: waiting.receiverId === actor.id,
          }
        : null,
      past: handoffs.flatMap(({ id, giver, receiver, state, answeredAt, note, questions }) =>
        state === 'offered' || answeredAt === null
          ? []
          : [{ id, giver, receiver, state, answeredOn: dayOf(answeredAt), note, questions }],
      ),
      receivers: mayEver('offer-handoff', standings)
        ? members
            .filter(({ id, removedAt }) => !removedAt && id !== lead.id)
            .map(({ id, name, roles }) => ({ value: id, text: memberOptionWords(name, roles) }))
        : null,
    }
  })
}

const shownMember = ({ id, name, jobTitle, roles }: LeadView['lead']) => ({ id, name, jobTitle, roles })

const listMembers = (trx: WorkspaceReading, { workspaceId, planId }: Where) =>
  trx
    .selectFrom('member')
    .leftJoin('planTeam', (join) =>
      join
        .onRef('planTeam.workspaceId', '=', 'member.workspaceId')
        .onRef('planTeam.memberId', '=', 'member.id')
        .on('planTeam.planId', '=', planId),
    )
    .select(['member.id', 'member.name', 'member.jobTitle', 'member.roles', 'member.removedAt'])
    .select(({ eb }) => eb('planTeam.memberId', 'is not', null).as('inTeam'))
    .where('member.workspaceId', '=', workspaceId)
    .orderBy('member.name')
    .execute()

/** The latest first. */
const listHandoffs = (trx: WorkspaceReading, { workspaceId, planId }: Where) =>
  handoffsWithMembers(trx, workspaceId)
    .innerJoin('member as offerer', (join) =>
      join.onRef('offerer.workspaceId', '=', 'handoff.workspaceId').onRef('offerer.id', '=', 'handoff.offeredBy'),
    )
    .select(['handoff.id', 'handoff.receiverId', 'handoff.offeredAt', 'handoff.answeredAt', 'handoff.state'])
    .select(['handoff.note', 'handoff.questions', 'handoff.withTasks'])
    .select(['giver.name as giver', 'receiver.name as receiver', 'offerer.name as by'])
    .where('handoff.planId', '=', planId)
    .orderBy('handoff.offeredAt', 'desc')
    .orderBy('handoff.id', 'desc')
    // The database's check holds what the column can say.
    .$narrowType<{ state: PastHandoff['state'] | 'offered' }>()
    .execute()

/** What a handoff of a plan asks of one member: to answer it, or as the lead to read why it was sent back. */
export type AskedOfHandoff = { kind: 'answer' | 'sent back'; by: string }

/** What the latest handoff of a plan asks of this reader; nothing of the customer's people. One query. */
export async function findAskedHandoff(
  parts: Pick<Parts, 'reads'>,
  { actor, standings }: PlanReader,
  planId: string,
): Promise<AskedOfHandoff | null> {
  if (!standings.has('member')) return null
  const { workspaceId } = actor
  const [latest] = await parts.reads.in(workspaceId, (trx) => latestOn(trx, { workspaceId, planId }))
  if (latest?.state === 'offered' && latest.receiverId === actor.id) return { kind: 'answer', by: latest.by }
  return latest?.state === 'sent back' && latest.giverId === actor.id && standings.has('lead')
    ? { kind: 'sent back', by: latest.receiver }
    : null
}

const latestOn = keptQuery(
  (db, { workspaceId, planId }) =>
    db
      .selectFrom('handoff')
      .innerJoin('member as receiver', (join) =>
        join.onRef('receiver.workspaceId', '=', 'handoff.workspaceId').onRef('receiver.id', '=', 'handoff.receiverId'),
      )
      .innerJoin('member as offerer', (join) =>
        join.onRef('offerer.workspaceId', '=', 'handoff.workspaceId').onRef('offerer.id', '=', 'handoff.offeredBy'),
      )
      .select(['handoff.state', 'handoff.giverId', 'handoff.receiverId'])
      .select(['receiver.name as receiver', 'offerer.name as by'])
      .where('handoff.workspaceId', '=', workspaceId)
      .where('handoff.planId', '=', planId)
      .orderBy('handoff.offeredAt', 'desc')
      .orderBy('handoff.id', 'desc')
      .limit(1),
  { workspaceId: 'a workspace', planId: 'a plan' },
)
