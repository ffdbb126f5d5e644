import { CompiledQuery } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inWorkspace } from '#db/workspace.ts'
import { bounds } from '#app/kit/limits.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import type { PlansFilter, PlansPage } from '#app/plan/summary/listed-plan.ts'
import { listStalePlans } from '#app/plan/summary/stale-plans.server.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { queriesOf } from '#tests/harness/queries-of.ts'
import { withClient } from '#tests/harness/template.ts'

/** A workspace with so many plans that it shows when a page reads more than what it lists. */

const plans = 10_000
let parts: TestParts
let it: SamplePlan

beforeAll(async () => {
  const { db, ownerUrl, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl)
  it = await makePlan(db)
  await getPlansList(parts, it.lead, { filter: everything, page: null })
  // Takes longer than the app's own connections wait.
  await withClient(ownerUrl, async (client) => {
    const run = (text: string) => client.query(text)
    await run(`create temp table more as
      select workspace_id, id as old_id, gen_random_uuid() as id, nth from plan, generate_series(2, ${plans}) nth
      where id = '${it.planId}'`)
    const copy = (table: string, on: string, fields: string) =>
      run(`insert into ${table} select (jsonb_populate_record(old, jsonb_build_object(${fields}))).*
        from more n join ${table} old on old.workspace_id = n.workspace_id and old.${on} = n.old_id`)
    const state = `'state', (array['rough', 'agreed', 'under way', 'lost'])[1 + n.nth % 4]`
    await copy('plan', 'id', `'id', n.id, ${state}`)
    await copy('plan_team', 'plan_id', `'plan_id', n.id`)
    await copy('activity_counter', 'scope_id', `'scope_id', n.id`)
    await copy(
      'plan_summary',
      'plan_id',
      `'plan_id', n.id, 'rank', n.nth % 5, 'goal_on', date '2026-06-17' + n.nth % 400, 'is_archived', n.nth % 10 = 0, ${state},
        'stage', (array['Discovery', 'Purchase', 'Rollout'])[1 + n.nth % 3]`,
    )
    await run('analyze')
  })
}, 600_000)

const everything: PlansFilter = { state: null, stage: null, late: false, mine: false, archived: false }

/** A part of PostgreSQL's plan for a query that was carried out. */
type Node = { rows: number; removed: number; loops: number; parts: Node[] }

const node: z.ZodType<Node> = z
  .object({
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().default(0),
    Plans: z.lazy(() => node.array()).default([]),
  })
  .transform((it) => ({
    ...{ rows: it['Actual Rows'], loops: it['Actual Loops'] },
    ...{ removed: it['Rows Removed by Filter'], parts: it.Plans },
  }))

const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) })])

/** The most rows that one part of it read. */
const mostRead = ({ rows, removed, loops, parts }: Node): number =>
  Math.max((rows + removed) * loops, ...parts.map(mostRead))

/** How many rows each query of `work` reads at its greediest, as the app's role. */
async function rowsReadBy(work: () => Promise<unknown>) {
  const queries = await queriesOf(work)
  return inWorkspace(parts.db, it.workspaceId, async (trx) => {
    const read = []
    for (const { text, values } of queries) {
      const { rows } = await trx.executeQuery(CompiledQuery.raw(`explain (analyze, format json) ${text}`, values))
      read.push(mostRead(explained.parse(rows)[0]['QUERY PLAN'][0].Plan))
    }
    return read
  })
}

const list = (filter: Partial<PlansFilter>, page: PlansPage = null) =>
  getPlansList({ ...parts, reads: readApart(parts.db) }, it.lead, { filter: { ...everything, ...filter }, page })

const enough = 10 * bounds.listRows

test.each<[string, Partial<PlansFilter>]>([
  ['all', {}],
  ['of one state', { state: 'under way' }],
  ['of one stage', { stage: 'Rollout' }],
  ['late', { late: true }],
  ['late and of one state', { state: 'lost', late: true }],
  ['of the reader’s team', { mine: true }],
  ['archived', { archived: true }],
])('a page of plans reads what it lists, not what there is: %s', async (_what, filter) => {
  const first = await list(filter)
  expect(first.outdated).toBe(0)
  expect(first.rows).toHaveLength(bounds.listRows)
  const far = { rank: filter.late ? 0 : 2, goalOn: day('2026-12-01'), planId: it.planId }
  for (const page of [null, { after: far }, { before: far }]) {
    const read = await rowsReadBy(() => list(filter, page))
    expect(read).toHaveLength(2)
    expect(Math.max(...read), JSON.stringify(page)).toBeLessThan(enough)
  }
})

test('what is out of date is found without a look at what is not, the changed first and the most urgent of the others', async () => {
  const { db } = parts
  const atMost = 300
  const stale = () =>
    inWorkspace(db, it.workspaceId, (trx) => listStalePlans(trx, it.workspaceId, { now: parts.clock.now(), atMost }))
  const changed = await inWorkspace(db, it.workspaceId, async (trx) => {
    const some = await trx.selectFrom('planSummary').select('planId').orderBy('planId').limit(3).execute()
    for (const { planId } of some)
      await trx.updateTable('activityCounter').set({ lastNumber: 9 }).where('scopeId', '=', planId).execute()
    return some.map(({ planId }) => planId)
  })
  expect(new Set(await stale())).toEqual(new Set(changed))
  expect(Math.max(...(await rowsReadBy(stale)))).toBeLessThan(enough)
  parts.clock.set('2026-06-19T08:00:00Z')
  const all = await stale()
  expect([all.length, new Set(all.slice(0, 3))]).toEqual([atMost, new Set(changed)])
  const ranks = await inWorkspace(db, it.workspaceId, (trx) =>
    trx.selectFrom('planSummary').select('rank').distinct().where('planId', 'in', all.slice(3)).execute(),
  )
  expect(ranks).toEqual([{ rank: 0 }])
  expect(Math.max(...(await rowsReadBy(stale)))).toBeLessThan(enough)
})
