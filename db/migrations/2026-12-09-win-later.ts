import { type Kysely, sql } from 'kysely'

const columns = ['win_baseline', 'win_target']

/**
 * The reason of a plan's date and its first win may be said after the plan was created: until then its texts are empty, and its numbers null. Earlier
 * versions of the code read both without a fault.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of columns) await sql.raw(`alter table plan alter column ${column} drop not null`).execute(db)
}
