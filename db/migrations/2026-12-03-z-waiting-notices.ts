import { type Kysely, sql } from 'kysely'

/** Every minute the worker asks each workspace which emails wait: those of the daily email, which wait for hours, are left out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index notice_to_send on notice (workspace_id, created_at) where state = 'waiting' and not daily`.execute(
    db,
  )
}
