import { type Kysely, sql } from 'kysely'

/**
 * When and about what each person wants the email of a day; no row means every working day, about everything, in the time zone of their
 * side. The reader is a member or a participant. Beside it, when a plan was looked at last: readers begin their day at different times.
 */
const statements = [
  `create table email_choice (
    workspace_id uuid not null constraint email_choice_workspace references workspace,
    reader_id uuid not null,
    time_zone text,
    rhythm text not null default 'daily' constraint email_choice_rhythm check (rhythm in ('daily', 'weekly', 'none')),
    silent text[] not null default '{}',
    chosen_at timestamptz not null,
    constraint email_choice_pkey primary key (workspace_id, reader_id)
  )`,
  `alter table email_choice enable row level security`,
  `alter table email_choice force row level security`,
  `create policy one_workspace on email_choice
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on email_choice to firstwin_app`,
  `alter table plan_look add column looked_at timestamptz`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
