import { type Kysely, sql } from 'kysely'

/** Pictures that companies are shown by. A new one is a new row, so that its address can be kept for ever by browsers. */
const table = `
create table logo (
  workspace_id uuid not null references workspace,
  id uuid not null,
  content_type text not null check (content_type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea not null check (octet_length(bytes) between 1 and 204800),
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
alter table logo enable row level security;
alter table logo force row level security;
create policy one_workspace on logo
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on logo to firstwin_app;

alter table workspace add constraint accent_is_a_colour check (accent ~ '^#[0-9a-f]{6}$');
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(table).execute(db)
}
