import { type SqlBool, sql } from 'kysely'

/**
 * Whether a participant may still withdraw a consent of a plan that is closed to them: the one that they gave, or any of the won and archived plan that
 * they lead. For a query that joins `plan` and their `plan_participant`.
 */
export const mayWithdrawConsent = (workspaceId: string, participantId: string) => sql<SqlBool>`(
  (plan_participant.removed_at is null and plan_participant.role = 'champion' and plan.state = 'won' and plan.archived_at is not null)
  or exists (select from reference
    where reference.workspace_id = ${workspaceId} and reference.plan_id = plan.id
      and reference.participant_id = ${participantId} and reference.state = 'agreed'))`
