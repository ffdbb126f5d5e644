import { type Kysely, sql } from 'kysely'

/** When marketing last asked for the logo that the champion agreed to and did not give. */
const statements = [`alter table reference add column logo_asked_at timestamptz`]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
