import { type Kysely, sql } from 'kysely'

/**
 * Emails that wait keep their secrets apart from their text. Facts written before name codes and links by stand-ins in the text:
 * the code's id moves to a field of its own, the plan's id replaces the link (an unknown link leads to no plan, which is then left
 * out). A message that was kept before is rendered again.
 */
const statements = [
  `update notice set facts = (facts - 'code') || jsonb_build_object('codeId', substr(facts ->> 'code', length('code-of-') + 1))
   where kind = 'sign-in-code' and state = 'waiting' and facts ->> 'code' like 'code-of-%'`,
  `update notice set facts = jsonb_set(facts, '{plans}', (
     select jsonb_agg((plan - 'link') || jsonb_build_object('planId', coalesce(
         (select link_token.plan_id::text from link_token
          where link_token.workspace_id = notice.workspace_id and link_token.id::text = right(plan ->> 'link', 36)),
         right(plan ->> 'link', 36))) order by place)
     from jsonb_array_elements(facts -> 'plans') with ordinality as element (plan, place)))
   where kind = 'daily' and state = 'waiting'`,
  `update notice set message = null where state = 'waiting' and message is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  for (const table of ['notice', 'link_token'])
    await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const table of ['notice', 'link_token'])
    await sql.raw(`alter table ${table} force row level security`).execute(db)
}
