import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { type Quarter, quarterName } from '../quarter.ts'
import { meetingKinds } from './call-rules.ts'

const quarterNamed = (day: RawBuilder<unknown>) => sql<string>`to_char(${day}, 'YYYY"-Q"Q')`

/** Whether a request waits for its answer: asked, and not lapsed. For a query of `reference_request`; `standingOfRequest` says the same of one. */
export const isRequestOpen = (now: Date) =>
  sql<SqlBool>`(reference_request.state = 'asked' and ${now}::timestamptz < any(reference_request.times))`

/** The quarter of now, in the workspace's time zone. */
const quarterOfNow = (workspaceId: string, now: Date) =>
  quarterNamed(sql`${now}::timestamptz at time zone (
    select workspace.time_zone from workspace where workspace.workspace_id = ${workspaceId})`)

/**
 * How many calls of a quarter, this one unless it is named, requests and noted uses have taken: a column of a query of plans. A request
 * takes one until it is settled: not once it is declined, cancelled or withdrawn, has lapsed, or did not take place. A use that came of a
 * request is counted with it.
 */
export const callsTaken = (workspaceId: string, now: Date, named?: Quarter) => {
  const quarter = named ? sql<string>`${quarterName(named)}` : quarterOfNow(workspaceId, now)
  return sql<number>`(
  (select count(*) from reference_request
    where reference_request.workspace_id = ${workspaceId} and reference_request.plan_id = plan.id
      and reference_request.quarter = ${quarter}
      and (${isRequestOpen(now)} or (reference_request.state = 'accepted' and reference_request.took_place is not false)))
  + (select count(*) from reference_use use
    where use.workspace_id = ${workspaceId} and use.plan_id = plan.id and use.request_id is null
      and use.kind in (${sql.join([...meetingKinds])}) and ${quarterNamed(sql`use.used_on`)} = ${quarter}))::int`
}

/** The calls of a quarter that requests and noted uses of one reference have taken. */
export async function countCallsTaken(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  quarter: Quarter,
  now: Date,
): Promise<number> {
  const { taken } = await trx
    .selectFrom('plan')
    .select(callsTaken(workspaceId, now, quarter).as('taken'))
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirstOrThrow()
  return taken
}
