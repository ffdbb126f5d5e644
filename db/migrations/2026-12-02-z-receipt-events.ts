import { type Kysely, sql } from 'kysely'

/** What a form recorded is kept with its receipt, so that a form that is sent twice is answered the same both times. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table command_receipt add column events jsonb not null default '[]'`.execute(db)
}
