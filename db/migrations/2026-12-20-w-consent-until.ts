import { type Kysely, sql } from 'kysely'

/**
 * Until when each consent was given: it tells a day on which there was none. Of the earlier ones only the last of a plan says it as data, in its reference.
 */
const statements = [
  `alter table reference_consent add column until date`,
  // FORCE would hide every row from an owner that is no superuser.
  `alter table reference_consent no force row level security`,
  `alter table reference no force row level security`,
  `update reference_consent c set until = (r.limits::jsonb ->> 'until')::date
     from reference r
     where r.workspace_id = c.workspace_id and r.plan_id = c.plan_id and r.state = 'agreed' and r.limits is not null
       and c.id = (select last.id from reference_consent last
         where last.workspace_id = c.workspace_id and last.plan_id = c.plan_id order by last.at desc, last.id desc limit 1)`,
  `alter table reference force row level security`,
  `alter table reference_consent force row level security`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
