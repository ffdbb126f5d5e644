import { type Kysely, sql } from 'kysely'

/** What the last look at a plan found: goals that are late, and gates that are closed, so that what changes is told once. */
const statements = [`alter table plan_look add column standing jsonb`]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
