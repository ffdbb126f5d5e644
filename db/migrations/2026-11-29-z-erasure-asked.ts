import { type Kysely, sql } from 'kysely'

/** When a participant asked to be erased; whoever is erased asks no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table participant add column erasure_asked_at timestamptz').execute(db)
}
