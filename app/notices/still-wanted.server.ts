import { type Selectable, sql } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { codeWorksFor } from '#app/outbox/code-secret.server.ts'
import type { DailyPlanFacts } from '#app/outbox/daily-facts.ts'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'
import { findToldComments } from '#app/talk/comments/find-told-comments.server.ts'
import { findPresent, type PresentPerson } from './find-present.server.ts'

/** Whether its code no longer works: hours late, after an outage of the mail service, it would only confuse. */
export const bringsDeadCode = (
  { kind, createdAt }: Pick<Selectable<Notice>, 'kind' | 'createdAt'>,
  now: Date,
): boolean => kind === 'sign-in-code' && now.getTime() - createdAt.getTime() >= codeWorksFor

/**
 * Whether a notice should still be sent: its person still has access, is still on its plan, and its link would still open.
 * People who join by email domain are on the plan only once the link is used.
 */
export async function isStillWanted(
  trx: WorkspaceTransaction,
  {
    workspaceId,
    planId,
    memberId,
    participantId,
    linkTokenId,
  }: Pick<Selectable<Notice>, 'workspaceId' | 'planId' | 'memberId' | 'participantId' | 'linkTokenId'>,
  now: Date,
): Promise<boolean> {
  const link = linkTokenId ? await findOpenLink(trx, workspaceId, linkTokenId, now) : undefined
  if (linkTokenId && !link) return false
  if (memberId) {
    const member = await trx
      .selectFrom('member')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', memberId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!member) return false
  }
  if (participantId && link?.kind !== 'entry') {
    let seats = trx
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('plan.id', '=', 'planParticipant.planId'),
      )
      .select('planId')
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.participantId', '=', participantId)
      .where((where) =>
        where.or([
          where.and([where('planParticipant.removedAt', 'is', null), where('plan.archivedAt', 'is', null)]),
          // Who left every plan may still ask for a link to sign in by, to what is kept of them.
          where.and([where.val(planId === null), where('planParticipant.joinedAt', 'is not', null)]),
        ]),
      )
    if (planId) seats = seats.where('planParticipant.planId', '=', planId)
    if (!(await seats.executeTakeFirst())) return false
  }
  return true
}

/**
 * What a notice may still mention: of a daily email, only plans that its reader was not removed from since, and comments that were neither
 * deleted nor hidden from its reader; before its text is fixed also only plans that go on, and tasks that are still to do.
 * @returns none where nothing is left, or where something must go and the email's text is already fixed
 */
export async function findFactsStillTold(
  trx: WorkspaceTransaction,
  { workspaceId, memberId, participantId, createdAt, message }: Selectable<Notice>,
  facts: StoredNotice,
): Promise<StoredNotice | undefined> {
  const id = memberId ?? participantId
  if (facts.kind !== 'daily' || id === null) return facts
  const present = await findPresent(trx, workspaceId, [{ kind: memberId ? 'member' : 'participant', id }])
  const person = present.get(id)
  const read = facts.facts.plans.filter(({ planId }) => person?.reads(planId, createdAt))
  const open = message ? read : await withOpenTasks(trx, workspaceId, read)
  const plans = person ? await withCommentsLeft(trx, workspaceId, person, open) : []
  if (JSON.stringify(plans) === JSON.stringify(facts.facts.plans)) return facts
  const [first, ...rest] = plans
  return first && !message ? { ...facts, facts: { ...facts.facts, plans: [first, ...rest] } } : undefined
}

/** The plans of a daily email that were not archived since, with the tasks that were not done since. */
async function withOpenTasks(
  trx: WorkspaceTransaction,
  workspaceId: string,
  plans: readonly DailyPlanFacts[],
): Promise<DailyPlanFacts[]> {
  const taskIds = plans.flatMap(({ waiting }) => waiting.flatMap(({ taskId }) => taskId ?? []))
  const [archived, done] = await Promise.all([
    trx
      .selectFrom('plan')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', sql<string>`any(${plans.map(({ planId }) => planId)}::uuid[])`)
      .where('archivedAt', 'is not', null)
      .execute(),
    trx
      .selectFrom('task')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', sql<string>`any(${taskIds}::uuid[])`)
      .where('doneOn', 'is not', null)
      .execute(),
  ])
  const gone = new Set([...archived, ...done].map(({ id }) => id))
  return plans.flatMap((plan) => {
    if (gone.has(plan.planId)) return []
    const waiting = plan.waiting.filter(({ taskId }) => taskId === undefined || !gone.has(taskId))
    return isEmptied(plan, { ...plan, waiting }) ? [] : [{ ...plan, waiting }]
  })
}

/** Whether nothing is left of a plan that told something. */
const isEmptied = (before: DailyPlanFacts, after: DailyPlanFacts): boolean => sizeOf(before) > 0 && sizeOf(after) === 0

const sizeOf = ({ comments = [], waiting, news }: DailyPlanFacts) => comments.length + waiting.length + news.length

/** The plans of a daily email with the comments that are still there for its reader; a plan with nothing else is left out. */
async function withCommentsLeft(
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: PresentPerson,
  plans: readonly DailyPlanFacts[],
): Promise<DailyPlanFacts[]> {
  const ids = plans.flatMap(({ comments = [] }) => comments.map(({ commentId }) => commentId))
  const found = await findToldComments(trx, workspaceId, ids)
  return plans.flatMap((plan) => {
    const sight = person.sightOn(plan.planId)
    const comments = plan.comments?.filter(({ commentId }) => sight && found.get(commentId)?.isFor(sight))
    const left = comments ? { ...plan, comments } : plan
    return isEmptied(plan, left) ? [] : [left]
  })
}

const findOpenLink = (trx: WorkspaceTransaction, workspaceId: string, linkTokenId: string, now: Date) =>
  trx
    .selectFrom('linkToken')
    .select('kind')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', linkTokenId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
