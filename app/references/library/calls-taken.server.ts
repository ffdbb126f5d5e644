import { sql } from 'kysely'
import { meetingKinds } from './call-rules.ts'

/**
 * Requests and noted uses that have taken a call of this quarter of the workspace, as `countTakenCalls` counts them: a column of a query of
 * plans.
 */
export const callsTaken = (workspaceId: string, now: Date) => {
  const named = (day: ReturnType<typeof sql>) => sql`to_char(${day}, 'YYYY"-Q"Q')`
  const quarter = named(sql`${now}::timestamptz at time zone (
    select workspace.time_zone from workspace where workspace.workspace_id = ${workspaceId})`)
  return sql<number>`(
  (select count(*) from reference_request request
    where request.workspace_id = ${workspaceId} and request.plan_id = plan.id and request.quarter = ${quarter}
      and ((request.state = 'asked' and ${now}::timestamptz < any(request.times))
        or (request.state = 'accepted' and request.took_place is not false)))
  + (select count(*) from reference_use use
    where use.workspace_id = ${workspaceId} and use.plan_id = plan.id and use.request_id is null
      and use.kind in (${sql.join([...meetingKinds])}) and ${named(sql`use.used_on`)} = ${quarter}))::int`
}
