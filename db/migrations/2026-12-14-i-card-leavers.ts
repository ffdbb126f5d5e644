import { type Kysely, sql } from 'kysely'

/** Who took their own name off the victory card of a plan: it stays off, whatever becomes of the card, until they put it back. */
const statements = [
  `create table card_leaver (
    workspace_id uuid not null,
    plan_id uuid not null,
    participant_id uuid not null,
    left_at timestamptz not null,
    constraint card_leaver_pkey primary key (workspace_id, plan_id, participant_id),
    constraint card_leaver_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  `alter table card_leaver enable row level security`,
  `alter table card_leaver force row level security`,
  `create policy one_workspace on card_leaver
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on card_leaver to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
