import { type Kysely, sql } from 'kysely'

/** A notice that the program cannot read is set aside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notice drop constraint notice_state_check`.execute(db)
  await sql`
    alter table notice add constraint notice_state_check
    check (state in ('waiting', 'sent', 'failed', 'unwanted', 'set-aside'))`.execute(db)
}
