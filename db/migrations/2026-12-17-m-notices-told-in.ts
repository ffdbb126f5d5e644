import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const statements = [
  // The email of a day that tells a notice: where it can't leave, the notice waits again.
  `alter table notice add column told_in uuid`,
  `create index notice_told_in on notice (workspace_id, told_in) where told_in is not null`,
  // The idempotency key under which the mail service gets it, where that is not its id.
  `alter table notice add column mail_key text`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
