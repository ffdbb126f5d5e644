import { type Kysely, sql } from 'kysely'

/** The words of a quote leave the activity, which keeps what it is told: a consent that is withdrawn takes them with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  await sql.raw('alter table activity no force row level security').execute(db)
  await sql
    .raw(
      `update activity set changes = changes - 'quoteText'
         where event in ('consent given', 'consent changed') and changes ? 'quoteText'`,
    )
    .execute(db)
  await sql.raw('alter table activity force row level security').execute(db)
}
