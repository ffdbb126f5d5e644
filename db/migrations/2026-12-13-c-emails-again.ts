import { type Kysely, sql } from 'kysely'

/** When an admin had an email sent again that had failed: its time runs from then. */
const statements = [
  `alter table notice add column again_at timestamptz`,
  `create index notice_failed on notice (workspace_id, created_at) where state in ('failed', 'set-aside')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
