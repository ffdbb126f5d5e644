import { type Kysely, sql } from 'kysely'

/**
 * What the list of plans shows, found by indexes however many plans there are. A plan's counter knows up to which change its summary was
 * computed, so that those with a later one are found, also where a process of the build before made it.
 */
const statements = [
  `alter table activity_counter add column summarized_number bigint not null default -1`,
  `alter table plan_summary add column state text`,
  `alter table plan_summary add column is_archived boolean`,
  `alter table activity_counter no force row level security`,
  `alter table plan_summary no force row level security`,
  `alter table plan no force row level security`,
  `insert into activity_counter (workspace_id, scope, scope_id, last_number)
     select workspace_id, 'plan', id, 0 from plan on conflict do nothing`,
  `update activity_counter set summarized_number = plan_summary.number from plan_summary
     where plan_summary.workspace_id = activity_counter.workspace_id
     and plan_summary.plan_id = activity_counter.scope_id and activity_counter.scope = 'plan'`,
  `update plan_summary set state = plan.state, is_archived = plan.archived_at is not null from plan
     where plan.workspace_id = plan_summary.workspace_id and plan.id = plan_summary.plan_id`,
  `alter table activity_counter force row level security`,
  `alter table plan_summary force row level security`,
  `alter table plan force row level security`,
  `create index activity_counter_ahead on activity_counter (workspace_id, scope, scope_id)
     where summarized_number < last_number`,
  `create index plan_summary_aged on plan_summary (workspace_id, version, valid_until, rank, goal_on, plan_id)`,
  `create index plan_summary_listed on plan_summary (workspace_id, is_archived, rank, goal_on, plan_id)`,
  `create index plan_summary_listed_by_state on plan_summary (workspace_id, is_archived, state, rank, goal_on, plan_id)`,
  `drop index plan_summary_by_urgency`,
  `create index plan_team_of_member on plan_team (workspace_id, member_id, plan_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
