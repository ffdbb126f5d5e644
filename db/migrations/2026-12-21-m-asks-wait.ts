import { type Kysely, sql } from 'kysely'

/** These kinds have no email of their own any longer: those that an earlier version wrote as one, and that say nothing yet, wait for the email of the day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  await sql.raw('alter table notice no force row level security').execute(db)
  await sql
    .raw(
      `update notice set daily = true
         where not daily and message is null and state in ('waiting', 'set-aside', 'failed')
         and kind in ('reference-asked', 'logo-asked', 'piece-sent', 'task-sent-back', 'task-removed', 'situation-shared',
           'colleague-came', 'participant-added', 'participant-changed')`,
    )
    .execute(db)
  await sql.raw('alter table notice force row level security').execute(db)
}
