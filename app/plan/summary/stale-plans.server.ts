import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { summaryVersion } from './plan-summary.ts'

/** Those that were changed since they were summarized, or never were. */
const changedPlans = (trx: WorkspaceReading, workspaceId: string, atMost: number) =>
  trx
    .selectFrom('activityCounter')
    .select('scopeId as planId')
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .whereRef('summarizedNumber', '<', 'lastNumber')
    .orderBy('scopeId')
    .limit(atMost)

const summaries = (trx: WorkspaceReading, workspaceId: string, atMost: number) =>
  trx.selectFrom('planSummary').select('planId').where('workspaceId', '=', workspaceId).limit(atMost)

/** Those whose day is over, and those of an earlier and of a later version, the most urgent first. */
const agedPlans = (trx: WorkspaceReading, workspaceId: string, { now, atMost }: { now: Date; atMost: number }) =>
  [
    summaries(trx, workspaceId, atMost).where('version', '=', summaryVersion).where('validUntil', '<=', now),
    summaries(trx, workspaceId, atMost).where('version', '<', summaryVersion),
    summaries(trx, workspaceId, atMost).where('version', '>', summaryVersion),
  ].map((query) => query.orderBy('version').orderBy('validUntil').orderBy('rank').orderBy('goalOn').orderBy('planId'))

/** Plans whose summaries are no longer current: first those that were changed, then those that have only aged. Found by indexes. */
export async function listStalePlans(
  trx: WorkspaceReading,
  workspaceId: string,
  { now, atMost }: { now: Date; atMost: number },
): Promise<string[]> {
  const found = await Promise.all(
    [changedPlans(trx, workspaceId, atMost), ...agedPlans(trx, workspaceId, { now, atMost })].map((query) =>
      query.execute(),
    ),
  )
  return [...new Set(found.flat().map(({ planId }) => planId))].slice(0, atMost)
}

/** The same as rows of a sub-query, each plan once, for counting them up to a bound. */
export const stalePlans = (
  trx: WorkspaceReading,
  workspaceId: string,
  { now, atMost }: { now: Date; atMost: number },
) =>
  sql<{ planId: string }>`(${sql.join(
    [changedPlans(trx, workspaceId, atMost), ...agedPlans(trx, workspaceId, { now, atMost })],
    sql` union `,
  )})`
