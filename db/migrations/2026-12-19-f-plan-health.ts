import { type Kysely, sql } from 'kysely'

/** What the list of plans shows besides: the stage that a plan is in, its next task by id, and what its health needs in words. */
const statements = [
  `alter table plan_summary add column stage text`,
  `alter table plan_summary add column next_task_id uuid`,
  `alter table plan_summary add column reasons text[] not null default '{}'`,
  `create index plan_summary_listed_by_stage on plan_summary (workspace_id, is_archived, stage, rank, goal_on, plan_id)`,
  `create index activity_of_customer on activity (workspace_id, scope, scope_id, number) where actor_side = 'customer'`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
