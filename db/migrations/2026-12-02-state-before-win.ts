import { type Kysely, sql } from 'kysely'

/** What a plan was when its first win was confirmed, which it is again when the confirmation is withdrawn. Unknown for older ones. */
const statements = [
  'alter table win_result add column state_before text',
  `alter table win_result
     add constraint win_result_state_before check (state_before in ('rough', 'agreed', 'under way'))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
