import { type Kysely, sql } from 'kysely'

/**
 * How each plan stands, for the list of plans: what it was computed from, until when it holds, and what the list says and is sorted by. The
 * app computes a row again where it no longer holds, so none is written here.
 */
// The reference stands in the table from the start: added later it would be checked by a query that row security forbids the owner.
const statements = [
  `create table plan_summary (
    workspace_id uuid not null,
    plan_id uuid not null,
    -- Of the plan's latest change.
    number bigint not null,
    -- The day in the plan's time zone that it was computed for, as moments.
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    -- The name that its words may contain.
    account_name text not null,
    -- Of its words and rules.
    version integer not null,
    rank smallint not null,
    headline text not null,
    state_words text not null,
    tone text not null,
    goal text not null,
    goal_on date not null,
    constraint plan_summary_pkey primary key (workspace_id, plan_id),
    constraint plan_summary_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  `alter table plan_summary add constraint plan_summary_tone check (tone in ('calm', 'tight', 'late', 'won'))`,
  `create index plan_summary_by_urgency on plan_summary (workspace_id, rank, goal_on, plan_id)`,
  `alter table plan_summary enable row level security`,
  `alter table plan_summary force row level security`,
  `create policy one_workspace on plan_summary
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on plan_summary to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
