import type { Client } from 'pg'
import { withClient } from '#tests/harness/template.ts'
import type { SamplePlan } from '#tests/factories/workspace.ts'

/** On one plan in so many the first task is the champion's, on the others the lead's. */
const oneIn = 10

/**
 * Copies a workspace with its one plan until there are so many workspaces, each with so many plans. Each plan has people of its own on the customer's side;
 * the vendor's are the same on all plans of a workspace. Takes about a millisecond for each plan.
 */
export async function addWorkspaces(
  ownerUrl: string,
  { workspaceId, planId, taskIds, lead, champion }: SamplePlan,
  { workspaces, plans }: { workspaces: number; plans: number },
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `update task set owner_placeholder = null, owner_member_id = '${lead.id}' where id = '${taskIds['scope']}'`,
    )
    // Ids of copies, made of the old one and of what it is copied to.
    await client.query(`create function pg_temp.copied(old uuid, salt uuid) returns uuid language sql immutable as
      $$ select overlay(overlay(md5(old::text || salt::text) placing '4' from 13) placing '8' from 17)::uuid $$`)
    await client.query(`create temp table place as
      select gen_random_uuid() as workspace_id from generate_series(1, ${workspaces})`)
    await client.query(`create temp table copy as
      select workspace_id, gen_random_uuid() as plan_id, nth from place, generate_series(1, ${plans}) nth`)
    await client.query('analyze place')
    await client.query('analyze copy')
    const toWorkspace = { workspace_id: 'n.workspace_id' }
    const toPlan = { ...toWorkspace, plan_id: 'n.plan_id' }
    const vendors = (column: string) => ({ [column]: `pg_temp.copied(old.${column}, n.workspace_id)` })
    const customers = (column: string) => ({ [column]: `pg_temp.copied(old.${column}, n.plan_id)` })
    const insert = (table: string, from: string, values: Record<string, string>, only = `plan_id = '${planId}'`) =>
      insertCopies(client, { table, from, values, only: `old.workspace_id = '${workspaceId}' and old.${only}` })
    const any = `workspace_id = '${workspaceId}'`
    await insert('workspace', 'place', toWorkspace, any)
    await client.query('insert into directory.workspace (id) select workspace_id from place')
    await insert('member', 'place', { ...toWorkspace, ...vendors('id') }, any)
    await insert('account', 'place', { ...toWorkspace, ...vendors('id') }, any)
    const email = `n.nth || '.' || old.email`
    await insert('participant', 'copy', { ...toWorkspace, ...customers('id'), ...vendors('account_id'), email }, any)
    const planValues = { ...toWorkspace, id: 'n.plan_id', ...vendors('lead_id'), ...vendors('account_id') }
    await insert('plan', 'copy', planValues, `id = '${planId}'`)
    await insert('plan_team', 'copy', { ...toPlan, ...vendors('member_id') })
    await insert('plan_participant', 'copy', { ...toPlan, ...customers('participant_id') })
    await insert('milestone', 'copy', { ...toPlan, ...customers('id') })
    await insert('task', 'copy', {
      ...{ ...toPlan, ...customers('id'), ...customers('milestone_id') },
      owner_member_id: `case when n.nth % ${oneIn} > 0 then pg_temp.copied(old.owner_member_id, n.workspace_id) end`,
      owner_participant_id: `case when n.nth % ${oneIn} = 0 and old.owner_member_id is not null
        then pg_temp.copied('${champion.id}', n.plan_id) end`,
    })
    await insert('task_link', 'copy', { ...toPlan, ...customers('task_id'), ...customers('depends_on_id') })
    await client.query(`insert into activity_counter (workspace_id, scope, scope_id, last_number)
      select workspace_id, 'plan', plan_id, 10 from copy on conflict do nothing`)
    await client.query('analyze')
  })
}

type Copies = { table: string; from: string; values: Record<string, string>; only: string }

/** Every row of a table that `only` finds, once for each row of `from`; columns without a value of their own are as they were. */
async function insertCopies(client: Client, { table, from, values, only }: Copies): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  const columns = rows.map(({ name }) => name)
  await client.query(`insert into ${table} (${columns.join(', ')})
    select ${columns.map((name) => values[name] ?? `old.${name}`).join(', ')} from ${from} n, ${table} old where ${only}`)
}
