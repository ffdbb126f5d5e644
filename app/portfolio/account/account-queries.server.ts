import { type NotNull, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { rowsAsJson } from '#db/rows-as-json.ts'
import { summaryVersion } from '#app/plan/summary/plan-summary.ts'
import type { PlanState } from '#app/plan/core/stages.ts'
import type { PlanStatus } from '#app/plan/summary/listed-plan.ts'
import type { SubjectScope } from '#app/talk/core/subject-scope.ts'

/** What is listed of an account, one query each: a page of it, with how many there are in each row. */

export type AccountQuery = { workspaceId: string; accountId: string; now: Date; limit: number; offset: number }

const total = sql<number>`(count(*) over ())::int`.as('total')

/** Whether what is stored is how a plan stands at a moment. */
const isCurrent = (now: Date) => sql<boolean>`coalesce(
  plan_summary.number = activity_counter.last_number and plan_summary.version = ${summaryVersion}
  and plan_summary.valid_from <= ${now} and plan_summary.valid_until > ${now}, false)`

export const findShownAccount = (trx: WorkspaceReading, { workspaceId, accountId }: AccountQuery) =>
  trx
    .selectFrom('account')
    .innerJoin('workspace', 'workspace.workspaceId', 'account.workspaceId')
    .select(['account.name', 'account.logo', 'account.industry', 'account.region', 'workspace.timeZone'])
    .where('account.workspaceId', '=', workspaceId)
    .where('account.id', '=', accountId)
    .executeTakeFirst()

/** The most urgent first, those that are over and archived last. */
export async function listPlans(trx: WorkspaceReading, { workspaceId, accountId, now, limit, offset }: AccountQuery) {
  const rows = await trx
    .selectFrom('plan')
    .innerJoin('activityCounter', (join) =>
      join
        .onRef('activityCounter.workspaceId', '=', 'plan.workspaceId')
        .on('activityCounter.scope', '=', 'plan')
        .onRef('activityCounter.scopeId', '=', 'plan.id'),
    )
    .leftJoin('planSummary', (join) =>
      join.onRef('planSummary.workspaceId', '=', 'plan.workspaceId').onRef('planSummary.planId', '=', 'plan.id'),
    )
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
    )
    .select(['plan.id', 'plan.project', 'plan.state', 'plan.archivedAt', 'member.name as lead', total])
    .select(['planSummary.stateWords', 'planSummary.tone', 'planSummary.goal'])
    .select(['planSummary.goalOn', isCurrent(now).as('isCurrent')])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.accountId', '=', accountId)
    .orderBy(sql`(plan.archived_at is not null)`)
    .orderBy('planSummary.rank', (order) => order.asc().nullsLast())
    .orderBy('planSummary.goalOn')
    .orderBy('plan.id')
    .limit(limit)
    .offset(offset)
    // The database's checks hold what these columns can say; dates come as YYYY-MM-DD.
    .$narrowType<PlanStatus & { state: PlanState }>()
    .execute()
  return rows.map(({ stateWords, tone, goal, goalOn, isCurrent, ...plan }) => ({
    ...plan,
    status: isCurrent ? { stateWords, tone, goal, goalOn } : null,
  }))
}

/** Everyone of the customer who is on a plan now, with the plans. */
export const listAccountPeople = (trx: WorkspaceReading, { workspaceId, accountId, limit, offset }: AccountQuery) =>
  trx
    .selectFrom('plan')
    .innerJoin('planParticipant as seat', (join) =>
      join.onRef('seat.workspaceId', '=', 'plan.workspaceId').onRef('seat.planId', '=', 'plan.id'),
    )
    .innerJoin('participant', (join) =>
      join.onRef('participant.workspaceId', '=', 'seat.workspaceId').onRef('participant.id', '=', 'seat.participantId'),
    )
    .select(['participant.id', 'participant.name', 'participant.jobTitle', total])
    .select(
      rowsAsJson(
        sql<{
          planId: string
          project: string
          role: string
          state: string
          archivedAt: string | null
        }>`json_build_object(
          'planId', plan.id, 'project', plan.project, 'role', seat.role, 'state', plan.state, 'archivedAt', plan.archived_at)`,
      )
        .$notNull()
        .as('seats'),
    )
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.accountId', '=', accountId)
    .where('seat.removedAt', 'is', null)
    .groupBy(['participant.id', 'participant.name', 'participant.jobTitle'])
    .orderBy('participant.name')
    .orderBy('participant.id')
    .limit(limit)
    .offset(offset)
    .execute()

/** What was asked for and not bought first, then what is sold, delivered and accepted. */
export const listAccountCapabilities = (
  trx: WorkspaceReading,
  { workspaceId, accountId, limit, offset }: AccountQuery,
) =>
  trx
    .selectFrom('plan')
    .innerJoin('capability', (join) =>
      join.onRef('capability.workspaceId', '=', 'plan.workspaceId').onRef('capability.planId', '=', 'plan.id'),
    )
    .select(['capability.id', 'capability.need', 'inContract', 'deliveredOn', 'acceptedOn', 'askedBy'])
    .select(['capability.quantity', 'capability.edition', 'plan.id as planId', 'plan.project', total])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.accountId', '=', accountId)
    .where('capability.removedAt', 'is', null)
    .orderBy('capability.inContract')
    .orderBy(sql`(capability.delivered_on is not null)`)
    .orderBy(sql`(capability.accepted_on is not null)`)
    .orderBy('capability.createdAt')
    .orderBy('capability.id')
    .limit(limit)
    .offset(offset)
    .execute()

/** What the customer asked and is not closed, the most urgent first; nothing on what it keeps to itself, or that was deleted. */
export const listQuestions = (trx: WorkspaceReading, { workspaceId, accountId, limit, offset }: AccountQuery) =>
  trx
    .selectFrom('plan')
    .innerJoin('question', (join) =>
      join.onRef('question.workspaceId', '=', 'plan.workspaceId').onRef('question.planId', '=', 'plan.id'),
    )
    .innerJoin('comment', (join) =>
      join.onRef('comment.workspaceId', '=', 'question.workspaceId').onRef('comment.id', '=', 'question.id'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
    )
    .leftJoin('milestone', (join) =>
      join.onRef('milestone.workspaceId', '=', 'comment.workspaceId').onRef('milestone.id', '=', 'comment.subjectId'),
    )
    .leftJoin('member as owner', (join) =>
      join
        .onRef('owner.workspaceId', '=', 'question.workspaceId')
        .onRef('owner.id', '=', 'question.ownerId')
        .on('owner.removedAt', 'is', null),
    )
    .innerJoin('member as lead', (join) =>
      join.onRef('lead.workspaceId', '=', 'plan.workspaceId').onRef('lead.id', '=', 'plan.leadId'),
    )
    .select(['question.id', 'question.askerName', 'question.promisedAt', 'question.answerId', 'comment.body'])
    .select(['comment.scope', 'comment.subjectId', 'task.title as task', 'milestone.title as milestone', total])
    .select(['owner.name as owner', 'lead.name as lead', 'plan.id as planId', 'plan.project', 'plan.timeZone'])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.accountId', '=', accountId)
    .where('question.closedAt', 'is', null)
    .where('comment.deletedAt', 'is', null)
    .where(({ or, eb }) => or([eb('task.privateTo', 'is', null), eb('task.privateTo', '=', 'vendor')]))
    .where(({ or, eb }) =>
      or([eb('comment.scope', '=', 'plan'), eb('task.id', 'is not', null), eb('milestone.id', 'is not', null)]),
    )
    .orderBy('question.promisedAt')
    .orderBy('question.id')
    .limit(limit)
    .offset(offset)
    .$narrowType<{ scope: SubjectScope }>()
    .execute()

/** First and further wins that the customer confirmed, the newest first. */
export function listWins(trx: WorkspaceReading, { workspaceId, accountId, limit, offset }: AccountQuery) {
  const ofAccount = trx
    .selectFrom('plan')
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.accountId', '=', accountId)
  const first = ofAccount
    .innerJoin('winResult as win', (join) =>
      join.onRef('win.workspaceId', '=', 'plan.workspaceId').onRef('win.planId', '=', 'plan.id'),
    )
    .select(['plan.id as planId', 'plan.project', 'win.planId as id', 'win.statement', 'win.measure', 'win.unit'])
    .select(['win.baseline', 'win.measured', 'win.confirmedOn'])
  const further = ofAccount
    .innerJoin('furtherWin as win', (join) =>
      join.onRef('win.workspaceId', '=', 'plan.workspaceId').onRef('win.planId', '=', 'plan.id'),
    )
    .select(['plan.id as planId', 'plan.project', 'win.id', 'win.statement', 'win.measure', 'win.unit'])
    .select(['win.baseline', 'win.measured', 'win.confirmedOn'])
    .where('win.confirmedOn', 'is not', null)
    .$narrowType<{ measured: NotNull; confirmedOn: NotNull }>()
  return trx
    .selectFrom(first.unionAll(further).as('won'))
    .selectAll()
    .select(total)
    .orderBy('confirmedOn', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}
