import { type Kysely, sql } from 'kysely'

const isolated = (table: string) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy one_workspace on ${table}
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on ${table} to firstwin_app`,
]

/** What a customer shows of its confirmed first win, and the links under which anyone may read a page of a plan. */
const statements = [
  `create table win_card (
    workspace_id uuid not null,
    plan_id uuid not null,
    -- In the customer's own words; null for the confirmed statement.
    headline text,
    -- The version of the win that it was written for: words for another one are not shown.
    win_version integer not null,
    -- Members and participants who are named.
    people uuid[] not null,
    constraint win_card_pkey primary key (workspace_id, plan_id),
    constraint win_card_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  ...isolated('win_card'),
  // A link works as long as its row is there.
  `create table shared_link (
    workspace_id uuid not null,
    id uuid not null,
    plan_id uuid not null,
    kind text not null,
    secret_hash text not null,
    created_at timestamptz not null,
    constraint shared_link_pkey primary key (workspace_id, id),
    constraint shared_link_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint shared_link_once unique (workspace_id, plan_id, kind),
    constraint shared_link_kind check (kind in ('card', 'note'))
  )`,
  ...isolated('shared_link'),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
