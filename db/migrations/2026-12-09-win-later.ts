import { type Kysely, sql } from 'kysely'

const columns = [
  ...['critical_reason', 'win_statement', 'win_measure', 'win_unit', 'win_baseline', 'win_target'],
  'win_announced_to',
]

/** The reason of a plan's date and its first win may be said after the plan was created; null until then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of columns) await sql.raw(`alter table plan alter column ${column} drop not null`).execute(db)
}
