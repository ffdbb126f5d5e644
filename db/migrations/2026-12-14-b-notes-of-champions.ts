import { type Kysely, sql } from 'kysely'

/** A plan has a note to management for each champion that it had: the next one's first does not replace the one before. */
const statements = [
  `alter table management_note drop constraint management_note_pkey`,
  `alter table management_note add constraint management_note_pkey primary key (workspace_id, plan_id, participant_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
