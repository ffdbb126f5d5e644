import { type Kysely, sql } from 'kysely'

/** When a plan was last looked at for the email of the day, and at which number of its activity: until then nothing can be due anew. */
// The reference stands in the table from the start: added later it would be checked by a query that row security forbids the owner.
const statements = [
  `create table plan_look (
    workspace_id uuid not null,
    plan_id uuid not null,
    looked_on date not null,
    number bigint not null,
    constraint plan_look_pkey primary key (workspace_id, plan_id),
    constraint plan_look_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  `alter table plan_look enable row level security`,
  `alter table plan_look force row level security`,
  `create policy one_workspace on plan_look
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on plan_look to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
