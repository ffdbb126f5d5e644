import { type Kysely, sql } from 'kysely'

/** What a champion writes to the own management before the win, in four parts of free text. */
const statements = [
  `create table management_note (
    workspace_id uuid not null,
    plan_id uuid not null,
    why text,
    by_when text,
    brings text,
    asks text,
    participant_id uuid not null,
    saved_at timestamptz not null,
    constraint management_note_pkey primary key (workspace_id, plan_id),
    constraint management_note_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  `alter table management_note enable row level security`,
  `alter table management_note force row level security`,
  `create policy one_workspace on management_note
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on management_note to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
