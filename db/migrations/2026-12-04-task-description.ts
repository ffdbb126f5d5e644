import { type Kysely, sql } from 'kysely'

/** What is to be done in a task, in Markdown; null where nobody has described it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table task add column description text`.execute(db)
}
