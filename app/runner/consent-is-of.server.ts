import { sql } from 'kysely'

/**
 * Whether the last consent to a reference of a plan was given, changed or withdrawn by this participant: it is theirs, also where someone else leads the
 * plan since. One from before consents were kept word for word is of the person whose answer it is. For a query that joins `plan`.
 */
export const consentIsOf = (workspaceId: string, participantId: string) => sql<boolean>`coalesce(coalesce(
  (select consent.participant_id from reference_consent consent
    where consent.workspace_id = ${workspaceId} and consent.plan_id = plan.id
    order by consent.at desc, consent.id desc limit 1),
  (select reference.participant_id from reference
    where reference.workspace_id = ${workspaceId} and reference.plan_id = plan.id and reference.state = 'agreed')
  ) = ${participantId}, false)`
