import { type Kysely, sql } from 'kysely'

/** Whether a plan's people signed in from a network is asked for each stranger who wants to enter by a domain. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index security_event_signed_in_from on security_event (workspace_id, network, at desc) where kind = 'signed in'`.execute(
    db,
  )
}
