import { type Kysely, sql } from 'kysely'

/** The last day of a consent about whose end marketing and the lead were told: each end is told once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reference add column told_expiry date`.execute(db)
}
