import { type Kysely, sql } from 'kysely'

/**
 * What the customer said when they confirmed a further win, apart from what was defined, so that taking it back brings the definition back. Of
 * those confirmed before, the statement is what was said.
 */
const statements = [`alter table further_win add column confirmed_statement text`]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
