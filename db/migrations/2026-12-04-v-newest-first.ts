import { type Kysely, sql } from 'kysely'

/** The board of references reads the newest wins of a workspace, a page at a time, and the form of a new plan offers the newest accounts. */
const statements = [
  `create index win_result_newest on win_result (workspace_id, confirmed_at desc, plan_id)`,
  `create index account_newest on account (workspace_id, created_at desc, id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
