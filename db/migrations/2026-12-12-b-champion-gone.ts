import { type Kysely, sql } from 'kysely'

/**
 * A champion who can no longer be reached, and who was named as the next one. At most one a plan; it ends when the next champion
 * confirms, the champion comes back, or another is champion.
 */
const statements = [
  `create table champion_gone (
     workspace_id uuid not null constraint champion_gone_workspace references workspace,
     plan_id uuid not null,
     participant_id uuid not null,
     why text not null constraint champion_gone_why check (why in ('bounced', 'silent')),
     raised_at timestamptz not null,
     named_id uuid,
     named_by text,
     constraint champion_gone_pkey primary key (workspace_id, plan_id),
     constraint champion_gone_of_seat foreign key (workspace_id, plan_id, participant_id) references plan_participant,
     constraint champion_gone_named_seat foreign key (workspace_id, plan_id, named_id) references plan_participant,
     constraint champion_gone_named_whole check ((named_id is null) = (named_by is null))
   )`,
  `alter table champion_gone enable row level security`,
  `alter table champion_gone force row level security`,
  `create policy one_workspace on champion_gone
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on champion_gone to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
