import { type Kysely, sql } from 'kysely'

/** A picture may belong to one of the workspace's accounts; those without one are the workspace's own. */
const statements = [
  'alter table logo add column account_id uuid',
  `alter table logo add constraint logo_of_account
     foreign key (workspace_id, account_id) references account (workspace_id, id)`,
  'create index logo_by_company on logo (workspace_id, account_id, created_at)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser, and the check of the key reads both tables.
  const forced = ['logo', 'account']
  for (const table of forced) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const table of forced) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
