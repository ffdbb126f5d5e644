import { type Kysely, sql } from 'kysely'

/** A task may be noted before anyone is in charge of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table task drop constraint one_owner`.execute(db)
  await sql`
    alter table task add constraint task_at_most_one_owner
      check (num_nonnulls(owner_member_id, owner_participant_id, owner_placeholder) <= 1)`.execute(db)
}
