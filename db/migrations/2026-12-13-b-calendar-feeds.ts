import { type Kysely, sql } from 'kysely'

/** The private address of each person's calendar, while it is on: a hash of its secret. The reader is a member or a participant. */
const statements = [
  `create table calendar_feed (
    workspace_id uuid not null constraint calendar_feed_workspace references workspace,
    id uuid not null,
    reader_id uuid not null,
    secret_hash text not null,
    created_at timestamptz not null,
    constraint calendar_feed_pkey primary key (workspace_id, id),
    constraint calendar_feed_of_reader unique (workspace_id, reader_id)
  )`,
  `alter table calendar_feed enable row level security`,
  `alter table calendar_feed force row level security`,
  `create policy one_workspace on calendar_feed
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on calendar_feed to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
