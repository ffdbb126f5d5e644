import { type Kysely, sql } from 'kysely'

/** Wins of a plan besides the first one, with what was confirmed of each; and which of them a measurement belongs to. */
const statements = [
  `create table further_win (
    workspace_id uuid not null,
    plan_id uuid not null,
    id uuid not null,
    statement text not null,
    measure text not null,
    unit text not null,
    baseline numeric not null,
    target numeric not null,
    win_by date,
    created_at timestamptz not null,
    measured numeric,
    reached_on date,
    confirmed_on date,
    participant_id uuid,
    confirmed_by text,
    constraint further_win_pkey primary key (workspace_id, id),
    constraint further_win_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint further_win_target check (target <> baseline),
    constraint further_win_confirmed check ((confirmed_on is null) = (measured is null))
  )`,
  `create index further_win_of_plan_in_order on further_win (workspace_id, plan_id, created_at)`,
  `alter table further_win enable row level security`,
  `alter table further_win force row level security`,
  `create policy one_workspace on further_win
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on further_win to firstwin_app`,
  `alter table measurement add column win_id uuid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
