import { type Kysely, sql } from 'kysely'

/**
 * How often anything of a workspace was changed: pages over all of its plans are kept under it. In lanes, so that changes of several
 * plans seldom wait for each other.
 */
const statements = [
  `create table workspace_change (
    workspace_id uuid not null,
    lane smallint not null,
    number bigint not null,
    constraint workspace_change_pkey primary key (workspace_id, lane),
    constraint workspace_change_of_workspace foreign key (workspace_id) references workspace (workspace_id)
  )`,
  `alter table workspace_change enable row level security`,
  `alter table workspace_change force row level security`,
  `create policy one_workspace on workspace_change
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update on workspace_change to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
