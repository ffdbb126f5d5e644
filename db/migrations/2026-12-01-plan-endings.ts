import { type Kysely, sql } from 'kysely'

/**
 * How a plan ended is kept with the plan: who closed it, when and why, the vendor's own note, and who archived it. When a situation was
 * first shared is kept with the situation. Both were read from the activity before.
 */
const columns = [
  `alter table plan
     add column lost_at timestamptz,
     add column lost_by text,
     add column lost_reason text,
     add column lost_note text,
     add column archived_by text`,
  'alter table situation add column first_shared_at timestamptz',
]

/** The last event of a name on each plan, with what it tells of. */
const last = (event: string) => `
  select distinct on (workspace_id, scope_id) workspace_id, scope_id, at, actor_name, changes
  from activity where scope = 'plan' and event = '${event}'
  order by workspace_id, scope_id, number desc`

const fill = [
  `update plan set lost_at = ended.at, lost_by = ended.actor_name, lost_reason = ended.changes #>> '{reason,after}'
   from (${last('plan lost')}) as ended
   where plan.workspace_id = ended.workspace_id and plan.id = ended.scope_id and plan.state = 'lost'`,
  // A note is written with the closing, at the same moment.
  `update plan set lost_note = noted.changes #>> '{note,after}'
   from (${last('closing noted')}) as noted
   where plan.workspace_id = noted.workspace_id and plan.id = noted.scope_id and plan.lost_at = noted.at`,
  `update plan set archived_by = ended.actor_name
   from (${last('plan archived')}) as ended
   where plan.workspace_id = ended.workspace_id and plan.id = ended.scope_id and plan.archived_at is not null`,
  // The events of an erased person's sheet tell of nothing any more, their names remain.
  `update situation set first_shared_at = coalesce(shared.at, situation.shared_at)
   from (
     select workspace_id, subject_id, min(at) as at from activity
     where scope = 'plan' and event = 'situation shared' group by workspace_id, subject_id
   ) as shared
   where situation.workspace_id = shared.workspace_id and situation.id = shared.subject_id`,
  'update situation set first_shared_at = shared_at where first_shared_at is null and shared_at is not null',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of columns) await sql.raw(statement).execute(db)
  // FORCE would hide every row from an owner that is no superuser.
  const forced = ['activity', 'plan', 'situation']
  for (const table of forced) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const statement of fill) await sql.raw(statement).execute(db)
  for (const table of forced) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
