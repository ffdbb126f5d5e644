import { type Kysely, sql } from 'kysely'

/**
 * Who was asked for a reference call. What waits or is planned was asked of the champion of now, who can answer it; an older request of the
 * person who agreed to be a reference.
 */
const statements = [
  `alter table reference_request add column participant_id uuid`,
  `alter table reference_request add constraint reference_request_of_participant
     foreign key (workspace_id, participant_id) references participant (workspace_id, id)`,
  `create index reference_request_by_participant on reference_request (workspace_id, participant_id, asked_at)`,
  `update reference_request set participant_id = reference.participant_id
     from reference
     where reference.workspace_id = reference_request.workspace_id and reference.plan_id = reference_request.plan_id`,
  `update reference_request set participant_id = seat.participant_id
     from plan_participant seat
     where seat.workspace_id = reference_request.workspace_id and seat.plan_id = reference_request.plan_id
       and seat.role = 'champion' and seat.removed_at is null
       and (reference_request.state in ('asked', 'accepted') or reference_request.participant_id is null)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  const forced = ['plan_participant', 'participant', 'reference', 'reference_request']
  for (const table of forced) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const table of forced) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
