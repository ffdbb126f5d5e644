import { type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'

type Waiting = { id: string; told: StoredNotice }

/** A look at the plan is enough for these: they tell what happened, and ask for nothing. */
const seenByLook: readonly StoredNotice['kind'][] = [
  'terms-changed',
  'task-removed',
  'win-corrected',
  'further-win-confirmed',
  'further-win-reopened',
  'win-not-yet',
  'plan-agreed',
  'gate-opened',
  'team-joined',
  'lead-changed',
  'capability-accepted',
]

/** What is no longer of use once the plan was won or lost: no one works on it any longer. */
const endsWithPlan: readonly StoredNotice['kind'][] = [
  ...(['date-slipped', 'gate-opened', 'terms-changed', 'plan-objected', 'objection-answered', 'plan-agreed'] as const),
  ...(['task-given', 'task-sent-back', 'task-removed', 'approval-asked'] as const),
  ...(['win-asked', 'win-not-yet', 'win-to-look-at'] as const),
]

/** What is no longer of use once the plan was lost. */
const endsWithLoss: readonly StoredNotice['kind'][] = [
  ...(['situation-shared', 'capability-delivered', 'champion-gone', 'champion-named'] as const),
]

/** References outlive their plan. */
const outlivesArchive: readonly StoredNotice['kind'][] = [
  ...(['reference-asked', 'logo-asked', 'piece-sent'] as const),
  ...(['consent-expired', 'piece-answered', 'outcome-asked'] as const),
]

/** Whose notice it is. */
const reader = sql<string>`coalesce(notice.member_id, notice.participant_id)`

/**
 * Those of some waiting notices that their reader no longer needs: news that the plan page has shown them since, and what they have done
 * since, or someone else has; and what the plan's end or
 * a change of who leads it has made untrue. One query, none without notices.
 */
export async function findSettled(
  trx: WorkspaceReading,
  workspaceId: string,
  waiting: readonly Waiting[],
): Promise<Set<string>> {
  const idsOf = (has: (kind: StoredNotice['kind']) => boolean) =>
    sql<string>`any(${waiting.filter(({ told }) => has(told.kind)).map(({ id }) => id)}::uuid[])`
  const news = idsOf((kind) => seenByLook.includes(kind))
  const ended = idsOf((kind) => endsWithPlan.includes(kind))
  const lost = idsOf((kind) => endsWithLoss.includes(kind))
  const archived = idsOf((kind) => !outlivesArchive.includes(kind))
  if (waiting.length === 0) return new Set()
  const rows = await trx
    .selectFrom('notice')
    .select('notice.id')
    .where('notice.workspaceId', '=', workspaceId)
    .where('notice.id', '=', sql<string>`any(${waiting.map(({ id }) => id)}::uuid[])`)
    .where(({ or, and, eb, not }) =>
      or([
        and([eb('notice.id', '=', news), wasSeen(workspaceId)]),
        and([eb('notice.id', '=', ended), planIs(workspaceId, sql`plan.state in ('won', 'lost')`)]),
        and([eb('notice.id', '=', lost), planIs(workspaceId, sql`plan.state = 'lost'`)]),
        and([eb('notice.id', '=', archived), planIs(workspaceId, sql`plan.archived_at is not null`)]),
        and([eb('notice.kind', '=', 'champion-gone'), not(championGoneIs(workspaceId, sql`gone.named_id is null`))]),
        and([
          eb('notice.kind', '=', 'champion-named'),
          not(championGoneIs(workspaceId, sql`gone.named_id = ${reader}`)),
        ]),
        and([eb('notice.kind', '=', 'task-sent-back'), taskIs(workspaceId, sql`task.done_on is not null`)]),
        and([eb('notice.kind', '=', 'task-given'), not(taskIs(workspaceId, isOpenOfReader))]),
        and([eb('notice.kind', '=', 'approval-asked'), taskIs(workspaceId, isApprovedByOther)]),
        and([eb('notice.kind', '=', 'situation-shared'), not(waitsForAnswer(workspaceId))]),
        and([eb('notice.kind', '=', 'capability-delivered'), not(isToAccept(workspaceId))]),
        and([eb('notice.kind', '=', 'reference-asked'), isReferenceAnswered(workspaceId)]),
        and([eb('notice.kind', '=', 'logo-asked'), not(isLogoAsked(workspaceId))]),
        and([eb('notice.kind', '=', 'piece-sent'), not(isPieceToApprove(workspaceId))]),
        and([eb('notice.kind', '=', 'win-due'), not(isWinDue(workspaceId))]),
        and([eb('notice.kind', 'in', ['participant-added', 'colleague-came']), not(areStillAdded(workspaceId))]),
        and([eb('notice.kind', '=', 'comment-added'), isAnswered(workspaceId)]),
      ]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The approval was given or is no longer asked for, or someone else gives it. */
const isApprovedByOther = sql`(not task.approval_asked
  or coalesce(task.approver_member_id, task.approver_participant_id) is distinct from ${reader})`

const isOpenOfReader = sql`task.done_on is null and coalesce(task.owner_member_id, task.owner_participant_id) = ${reader}`

/**
 * The reader has looked at the plan since, and what they were shown held the change. Of changed terms one notice stands for all that
 * follow, so nothing at all may have changed since that look.
 */
const wasSeen = (workspaceId: string) => sql<SqlBool>`exists (
  select from plan_visit as visit
  where visit.workspace_id = ${workspaceId} and visit.plan_id = notice.plan_id and visit.reader_id = ${reader}
    and visit.seen_at >= notice.created_at
    and not exists (
      select from activity
      where activity.workspace_id = ${workspaceId} and activity.scope = 'plan' and activity.scope_id = notice.plan_id
        and activity.number > visit.seen_number
        and (activity.at = notice.created_at or notice.kind = 'terms-changed')
    )
)`

const taskIs = (workspaceId: string, state: ReturnType<typeof sql>) => sql<SqlBool>`exists (
  select from task
  where task.workspace_id = ${workspaceId} and task.plan_id = notice.plan_id
    and task.id::text = notice.facts ->> 'taskId' and ${state}
)`

const planIs = (workspaceId: string, state: ReturnType<typeof sql>) => sql<SqlBool>`exists (
  select from plan where plan.workspace_id = ${workspaceId} and plan.id = notice.plan_id and ${state}
)`

/** Whether it is still asked who leads the plan. */
const championGoneIs = (workspaceId: string, state: ReturnType<typeof sql>) => sql<SqlBool>`exists (
  select from champion_gone as gone
  where gone.workspace_id = ${workspaceId} and gone.plan_id = notice.plan_id and ${state}
)`

/** What was shared then still waits for its person: it was neither confirmed nor changed into a draft again. */
const waitsForAnswer = (workspaceId: string) => sql<SqlBool>`exists (
  select from situation
  where situation.workspace_id = ${workspaceId} and situation.plan_id = notice.plan_id
    and situation.participant_id = notice.participant_id
    and situation.state = 'shared' and situation.shared_at = notice.created_at
)`

/** What was delivered is still delivered, and waits to be accepted. */
const isToAccept = (workspaceId: string) => sql<SqlBool>`exists (
  select from capability
  where capability.workspace_id = ${workspaceId} and capability.plan_id = notice.plan_id
    and capability.id::text = notice.facts ->> 'capabilityId'
    and capability.delivered_on is not null and capability.accepted_on is null and capability.removed_at is null
)`

/** The champion has answered since whether they would be a reference. */
const isReferenceAnswered = (workspaceId: string) => sql<SqlBool>`exists (
  select from reference
  where reference.workspace_id = ${workspaceId} and reference.plan_id = notice.plan_id
    and reference.answered_at > notice.created_at
)`

/** The picture of the logo is still missing: each answer about the reference ends the request. */
const isLogoAsked = (workspaceId: string) => sql<SqlBool>`exists (
  select from reference
  where reference.workspace_id = ${workspaceId} and reference.plan_id = notice.plan_id
    and reference.logo_asked_at is not null
)`

/** What was sent still waits to be approved. */
const isPieceToApprove = (workspaceId: string) => sql<SqlBool>`exists (
  select from reference_piece as piece
  where piece.workspace_id = ${workspaceId} and piece.plan_id = notice.plan_id and piece.state = 'sent'
    and piece.kind = coalesce(notice.facts ->> 'pieceKind', piece.kind)
)`

/** The first win is still to be measured by the day of the notice. */
const isWinDue = (workspaceId: string) => sql<SqlBool>`exists (
  select from plan
  where plan.workspace_id = ${workspaceId} and plan.id = notice.plan_id and plan.state in ('agreed', 'under way')
    and coalesce(plan.win_measure_on, plan.win_by)::text = notice.facts ->> 'on'
)`

/** One of those who were added then is still on the plan and, where they were to be accepted, still waits for that. */
const areStillAdded = (workspaceId: string) => sql<SqlBool>`exists (
  select from plan_participant as seat
  where seat.workspace_id = ${workspaceId} and seat.plan_id = notice.plan_id
    and seat.invited_at = notice.created_at and seat.removed_at is null
    and (seat.accepted_at is null or not coalesce((notice.facts ->> 'waits')::boolean, false))
)`

/** The reader has written in the same conversation since; or the question that they were told about is answered. */
const isAnswered = (workspaceId: string) => sql<SqlBool>`exists (
  select from comment
  where comment.workspace_id = ${workspaceId} and comment.id::text = notice.facts ->> 'commentId'
    and (
      exists (
        select from comment as own
        where own.workspace_id = ${workspaceId} and own.plan_id = comment.plan_id and own.scope = comment.scope
          and own.subject_id = comment.subject_id and own.author_id = ${reader}
          and own.created_at > notice.created_at and own.deleted_at is null
      )
      or (
        notice.facts ->> 'why' in ('asked', 'handed', 'overdue', 'awaited')
        and exists (
          select from question
          where question.workspace_id = ${workspaceId} and question.id = comment.id
            and (question.answer_id is not null or question.closed_at is not null)
        )
      )
    )
)`

/**
 * The plans that each of these people has looked at today, where nothing has changed since, as "reader plan": the page has told them of the tasks
 * that wait there.
 */
export async function findSeenToday(
  trx: WorkspaceReading,
  workspaceId: string,
  readerIds: readonly string[],
  now: Date,
): Promise<Set<string>> {
  if (readerIds.length === 0) return new Set()
  const dayOf = (at: ReturnType<typeof sql>) => sql`(${at} at time zone plan.time_zone)::date`
  const rows = await trx
    .selectFrom('planVisit')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'planVisit.workspaceId').onRef('plan.id', '=', 'planVisit.planId'),
    )
    .leftJoin('activityCounter', (join) =>
      join
        .onRef('activityCounter.workspaceId', '=', 'plan.workspaceId')
        .on('activityCounter.scope', '=', 'plan')
        .onRef('activityCounter.scopeId', '=', 'plan.id'),
    )
    .select(['planVisit.readerId', 'planVisit.planId'])
    .where('planVisit.workspaceId', '=', workspaceId)
    .where('planVisit.readerId', '=', sql<string>`any(${[...readerIds]}::uuid[])`)
    .where(sql<SqlBool>`plan_visit.seen_number >= coalesce(activity_counter.last_number, 0)`)
    .where(sql<SqlBool>`${dayOf(sql`plan_visit.seen_at`)} = ${dayOf(sql`${now}::timestamptz`)}`)
    .execute()
  return new Set(rows.map(({ readerId, planId }) => `${readerId} ${planId}`))
}
