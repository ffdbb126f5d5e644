import { type RawBuilder, sql } from 'kysely'
import { hasConsentExpired, isConsentToTheseWords } from '../consent-in-sql.server.ts'

/**
 * As `boardState` says of a win, for filtering and counting within a query that joins `plan` and `reference`; a test compares the two.
 */
export const stateInSql = (workspaceId: string, now: Date): RawBuilder<string> => sql<string>`case
  when reference.state is null or reference.state = 'not asked'
    then case when reference.asked_at is null then 'ready' else 'asked' end
  when reference.state in ('later', 'declined') then reference.state
  when ${hasConsentExpired(now)} then 'expired'
  when not ${isConsentToTheseWords} then 'on hold'
  when exists (
    select from reference_use used where used.workspace_id = ${workspaceId} and used.plan_id = reference.plan_id
      and used.kind = any (reference.kinds)
      and used.used_on >= (coalesce(reference.agreed_at, reference.answered_at) at time zone plan.time_zone)::date
  ) then 'in use'
  when 'logo' = any (reference.kinds) and not exists (
    select from reference_logo given where given.workspace_id = ${workspaceId} and given.plan_id = reference.plan_id
  ) then 'agreed'
  when 'case-study' = any (reference.kinds) and not exists (
    select from reference_piece piece where piece.workspace_id = ${workspaceId} and piece.plan_id = reference.plan_id
      and piece.kind = 'case-study' and piece.state = 'approved'
  ) then 'agreed'
  else 'captured' end`
