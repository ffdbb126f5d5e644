import { type Kysely, sql } from 'kysely'

/** An email whose address could not be reached is failed for good: only what this version could not read is tried again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  await sql.raw('alter table notice no force row level security').execute(db)
  await sql
    .raw(`update notice set state = 'failed' where state = 'set-aside' and failure like 'Not sent: %'`)
    .execute(db)
  await sql.raw('alter table notice force row level security').execute(db)
}
