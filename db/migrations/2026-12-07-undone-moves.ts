import { type Kysely, sql } from 'kysely'

/**
 * The first undone changes were stored under what they moved as their name: "moves 4 tasks". How many is kept as data, with goals the words
 * of that time, and the subject is the plan.
 */
const named = `'^moves (no|[0-9]+) (task|step)s?(,|$)'`
const onlyTasks = `'^moves (no|[0-9]+) (task|step)s?$'`

const statements = [
  `update activity set
     subject = plan.project,
     changes = activity.changes || case
       when activity.subject ~ ${onlyTasks} then jsonb_build_object('movedTasks', jsonb_build_object(
         'before', coalesce(substring(activity.subject from '[0-9]+')::integer, 0), 'after', null))
       else jsonb_build_object('summary', jsonb_build_object('before', activity.subject, 'after', null))
     end
   from plan
   where plan.workspace_id = activity.workspace_id and plan.id = activity.scope_id
     and activity.scope = 'plan' and activity.subject_id = activity.scope_id
     and activity.event = 'change undone' and not activity.changes ? 'undone' and activity.subject ~ ${named}`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  const forced = ['activity', 'plan']
  for (const table of forced) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const table of forced) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
