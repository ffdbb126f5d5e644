import { type Kysely, sql } from 'kysely'

/** What a change made of a plan's rows, so that it can be taken back as long as nobody has changed them since. */
const statements = [
  `create table plan_undo (
     workspace_id uuid not null references workspace,
     plan_id uuid not null,
     -- The first and the last event of the change in the plan's activity.
     number bigint not null,
     last_number bigint not null,
     actor_id uuid,
     at timestamptz not null,
     -- Before and after, by table and row. Both sides' own may be in it: never sent anywhere.
     rows jsonb not null,
     -- The sides that keep some of it to themselves: each alone can take it back.
     private_to text[] not null,
     -- Whether both sides' agreement, or what was measured against, was to something else afterwards: so it is once it is taken back.
     raised_terms boolean not null,
     raised_win boolean not null,
     undone_at timestamptz,
     primary key (workspace_id, plan_id, number),
     foreign key (workspace_id, plan_id) references plan
   )`,
  `create index plan_undo_of_actor on plan_undo (workspace_id, plan_id, actor_id, at)`,
  `alter table plan_undo enable row level security`,
  `alter table plan_undo force row level security`,
  `create policy one_workspace on plan_undo
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on plan_undo to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
