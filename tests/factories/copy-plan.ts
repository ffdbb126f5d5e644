import { sql } from 'kysely'
import { testDatabase } from '#tests/harness/database.ts'

/** As many more plans without tasks. */
export async function copyPlan({ planId }: { planId: string }, copies: number) {
  const { ownerDb } = await testDatabase()
  await sql`
    with copy as (
      insert into plan select (jsonb_populate_record(plan, jsonb_build_object('id', gen_random_uuid()))).*
      from plan, generate_series(1, ${copies}) where id = ${planId} returning workspace_id, id
    )
    insert into activity_counter (workspace_id, scope, scope_id, last_number)
    select workspace_id, 'plan', id, 1 from copy`.execute(ownerDb)
}
