import { type Kysely, sql } from 'kysely'

/** Links and files of tasks. What a file holds lies in pieces, so that it is neither written nor read as a whole. */
const statements = [
  `create table attachment (
     workspace_id uuid not null constraint attachment_workspace references workspace,
     id uuid not null,
     plan_id uuid not null,
     -- The task. No key leads there: a deleted task comes back with the same id.
     subject_id uuid not null,
     -- The one side that sees it; null for both.
     visible_to text,
     name text not null,
     -- Of a link alone.
     url text,
     -- Of a file alone, once all of it has arrived.
     content_type text,
     size integer,
     -- SHA-256 of the whole, in hexadecimal.
     digest text,
     side text not null,
     added_by_id uuid not null,
     added_by_name text not null,
     created_at timestamptz not null,
     -- Null for a file that is still arriving, or never arrived.
     added_at timestamptz,
     removed_at timestamptz,
     removed_by_name text,
     constraint attachment_pkey primary key (workspace_id, id),
     constraint attachment_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
   )`,
  `alter table attachment add constraint attachment_visible_to check (visible_to in ('vendor', 'customer'))`,
  `alter table attachment add constraint attachment_side check (side in ('vendor', 'customer'))`,
  `alter table attachment add constraint attachment_whole
     check (added_at is null or (url is not null) <> (content_type is not null and size is not null and digest is not null))`,
  `alter table attachment add constraint attachment_removed check ((removed_at is null) = (removed_by_name is null))`,
  `create index attachment_of_plan on attachment (workspace_id, plan_id, subject_id)`,
  `create index attachment_removed_at on attachment (workspace_id, removed_at) where removed_at is not null`,
  `create index attachment_unfinished on attachment (workspace_id, created_at) where added_at is null`,
  `create table file_chunk (
     workspace_id uuid not null,
     attachment_id uuid not null,
     -- From 0.
     number integer not null,
     bytes bytea not null,
     constraint file_chunk_pkey primary key (workspace_id, attachment_id, number),
     constraint file_chunk_attachment foreign key (workspace_id, attachment_id) references attachment (workspace_id, id)
   )`,
  // Pictures and Office documents are compressed already.
  'alter table file_chunk alter column bytes set storage external',
  ...['attachment', 'file_chunk'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy one_workspace on ${table}
       using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
       with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
    `grant select, insert, update, delete on ${table} to firstwin_app`,
  ]),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
