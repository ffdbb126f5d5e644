import { type Kysely, sql } from 'kysely'

/**
 * What each person has seen of a plan, by the numbers of its activity: up to `since` before the visit that is going on, and up to `seen`
 * by now. The reader is a member or a participant.
 */
const statements = [
  `create table plan_visit (
    workspace_id uuid not null,
    plan_id uuid not null,
    reader_id uuid not null,
    since_number bigint not null,
    since_at timestamptz not null,
    seen_number bigint not null,
    seen_at timestamptz not null,
    constraint plan_visit_pkey primary key (workspace_id, plan_id, reader_id),
    constraint plan_visit_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  // All of one person, whose access ends.
  `create index plan_visit_of_reader on plan_visit (workspace_id, reader_id)`,
  `alter table plan_visit enable row level security`,
  `alter table plan_visit force row level security`,
  `create policy one_workspace on plan_visit
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on plan_visit to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
