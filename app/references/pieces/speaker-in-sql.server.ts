import { type RawBuilder, sql } from 'kysely'
import type { Speaker } from './shown-quote.ts'

/** Who says a quote, for a query that joins `plan`. A title at another customer is none of this one's. */
export const speakerInSql = (workspaceId: string, participantId: RawBuilder<unknown>) => sql<Speaker | null>`(
  select json_build_object('name', seat.name, 'title', case when person.account_id = plan.account_id then person.job_title end)
  from plan_participant seat
    join participant person on person.workspace_id = ${workspaceId} and person.id = seat.participant_id
  where seat.workspace_id = ${workspaceId} and seat.plan_id = plan.id and seat.participant_id = ${participantId})`
