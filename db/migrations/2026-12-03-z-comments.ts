import { type Kysely, sql } from 'kysely'

/** What people write to each other on a plan, a task or a milestone. */
const statements = [
  `create table comment (
     workspace_id uuid not null constraint comment_workspace references workspace,
     id uuid not null,
     plan_id uuid not null,
     -- What it is about. No key leads there: a removed task comes back by undo, with its comments.
     scope text not null,
     subject_id uuid not null,
     -- The comment it replies to; none begins a thread.
     thread_id uuid,
     side text not null,
     author_id uuid not null,
     author_name text not null,
     -- The one side that reads it; none where both do.
     visible_to text,
     body text not null,
     created_at timestamptz not null,
     edited_at timestamptz,
     deleted_at timestamptz,
     -- Of the first comment of a thread.
     resolved_at timestamptz,
     resolved_by text,
     constraint comment_pkey primary key (workspace_id, id),
     constraint comment_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
     constraint comment_thread foreign key (workspace_id, thread_id) references comment (workspace_id, id)
   )`,
  `alter table comment add constraint comment_scope check (scope in ('plan', 'task', 'milestone'))`,
  `alter table comment add constraint comment_side check (side in ('vendor', 'customer'))`,
  `alter table comment add constraint comment_visible_to check (visible_to in ('vendor', 'customer'))`,
  `alter table comment add constraint comment_resolved
     check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null or thread_id is null))`,
  `create index comment_of_subject on comment (workspace_id, plan_id, subject_id, created_at)`,
  `create index comment_of_author on comment (workspace_id, author_id)`,
  `create index comment_deleted on comment (workspace_id, deleted_at) where deleted_at is not null and body <> ''`,
  'alter table comment enable row level security',
  'alter table comment force row level security',
  `create policy one_workspace on comment
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  'grant select, insert, update, delete on comment to firstwin_app',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
