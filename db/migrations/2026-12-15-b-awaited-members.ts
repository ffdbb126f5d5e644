import { type Kysely, sql } from 'kysely'

/** Since when a member who was invited at the address that they have has not signed in. */
const statements = [`alter table member add column awaited_since timestamptz`]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
