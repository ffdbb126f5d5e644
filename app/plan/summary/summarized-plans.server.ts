import { type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { summaryVersion } from './plan-summary.ts'

/** All plans of a workspace, with what is stored of how they stand and what that was computed from. */
export const summarizedPlans = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('activityCounter', (join) =>
      join
        .onRef('activityCounter.workspaceId', '=', 'plan.workspaceId')
        .on('activityCounter.scope', '=', 'plan')
        .onRef('activityCounter.scopeId', '=', 'plan.id'),
    )
    .leftJoin('planSummary', (join) =>
      join.onRef('planSummary.workspaceId', '=', 'plan.workspaceId').onRef('planSummary.planId', '=', 'plan.id'),
    )
    .where('plan.workspaceId', '=', workspaceId)

/** The number of a plan's latest change. */
export const latestNumber = sql<number>`coalesce(activity_counter.last_number, 0)`

/** Whether what is stored is how a plan stands at a moment; false where nothing is. */
export const isCurrent = (now: Date) => sql<SqlBool>`coalesce(
  plan_summary.number = ${latestNumber}
  and plan_summary.valid_from <= ${now} and plan_summary.valid_until > ${now}
  and plan_summary.account_name = account.name
  and plan_summary.version = ${summaryVersion}, false)`
