import { type Kysely, sql } from 'kysely'

/** Which participants of a plan are key persons, besides its champion. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table plan_participant add column is_key boolean not null default false`).execute(db)
}
