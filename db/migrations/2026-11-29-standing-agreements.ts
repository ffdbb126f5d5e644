import { type Kysely, sql } from 'kysely'

/**
 * What a side wants changed before it agrees, with the other side's answer; and from which version of the terms on agreements bind:
 * those from before a plan was opened again do not, also where the terms are what they were.
 */
const statements = [
  'alter table plan add column agreements_from integer not null default 1',
  // Of plans from before, what was agreed to an earlier version asks again, as it did.
  'alter table plan no force row level security',
  'update plan set agreements_from = terms_version',
  'alter table plan force row level security',
  `create table objection (
     workspace_id uuid not null references workspace,
     id uuid not null,
     plan_id uuid not null,
     side text not null,
     person_id uuid not null,
     person_name text not null,
     reason text not null,
     at timestamptz not null,
     answer text,
     answered_by text,
     answered_at timestamptz,
     -- When its side withdrew it, agreed, or said something else.
     closed_at timestamptz,
     primary key (workspace_id, id),
     foreign key (workspace_id, plan_id) references plan
   )`,
  `alter table objection add constraint objection_side check (side in ('vendor', 'customer'))`,
  `alter table objection add constraint objection_answered
     check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))`,
  // One a side at a time.
  `create unique index objection_open on objection (workspace_id, plan_id, side) where closed_at is null`,
  'alter table objection enable row level security',
  'alter table objection force row level security',
  `create policy one_workspace on objection
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  'grant select, insert, update, delete on objection to firstwin_app',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
