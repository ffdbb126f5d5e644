import { CompiledQuery, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { listPlansOfOwners, listPlansToLookAt } from '#app/plan/page/waiting-queries.server.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { getSearch } from '#app/search/found/get-search.server.ts'
import { readSearch } from '#app/search/found/read-search.ts'
import { keepAllWords } from '#app/search/words/keep-words.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { queriesOf } from '#tests/harness/queries-of.ts'

const workspaces = 20
const plansEach = 50
const eventsEach = 10

let parts: TestParts
let ownerDb: Database
let it: SamplePlan

/** Copies every workspace's plan with all its rows until there are as many as in a large installation. */
async function multiply(db: Database) {
  await db.connection().execute(async (own) => {
    const run = (text: string) => sql.raw(text).execute(own)
    await run(`create temp table more_plans as
      select p.workspace_id, p.id as old_id, gen_random_uuid() as id from plan p, generate_series(2, ${plansEach})`)
    await run(`create temp table more_milestones as
      select n.workspace_id, m.id as old_id, n.id as plan_id, gen_random_uuid() as id
      from more_plans n join milestone m on m.workspace_id = n.workspace_id and m.plan_id = n.old_id`)
    await run(`create temp table more_tasks as
      select n.workspace_id, t.id as old_id, n.plan_id, n.id as milestone_id, gen_random_uuid() as id
      from more_milestones n join task t on t.workspace_id = n.workspace_id and t.milestone_id = n.old_id`)
    const copy = (table: string, from: string, on: string, fields: string) =>
      run(`insert into ${table} select (jsonb_populate_record(old, jsonb_build_object(${fields}))).*
        from ${from} n join ${table} old on old.workspace_id = n.workspace_id and ${on}`)
    await copy('plan', 'more_plans', 'old.id = n.old_id', `'id', n.id`)
    await copy('plan_team', 'more_plans', 'old.plan_id = n.old_id', `'plan_id', n.id`)
    await copy('plan_participant', 'more_plans', 'old.plan_id = n.old_id', `'plan_id', n.id`)
    await copy('milestone', 'more_milestones', 'old.id = n.old_id', `'id', n.id, 'plan_id', n.plan_id`)
    const task = `'id', n.id, 'plan_id', n.plan_id, 'milestone_id', n.milestone_id`
    await copy('task', 'more_tasks', 'old.id = n.old_id', task)
    await run(`insert into task_link (workspace_id, plan_id, task_id, depends_on_id)
      select n.workspace_id, n.plan_id, n.id, other.id from more_tasks n
      join task_link l on l.workspace_id = n.workspace_id and l.task_id = n.old_id
      join more_tasks other on other.plan_id = n.plan_id and other.old_id = l.depends_on_id`)
    await run(`insert into activity (workspace_id, scope, scope_id, number, at, actor_kind, actor_name, command, event, subject, changes)
      select workspace_id, 'plan', id, number, now(), 'member', 'Sam Ortiz', 'edit-task', 'task changed', 'A task', '{}'
      from plan, generate_series(1, ${eventsEach}) number`)
    await run(`insert into agreement (workspace_id, id, plan_id, side, person_id, person_name, terms_version, agreed_at)
      select workspace_id, gen_random_uuid(), id, side, lead_id, 'Sam Ortiz', 1, now()
      from plan, unnest(array['vendor', 'customer']) side`)
    await run(`insert into activity_counter (workspace_id, scope, scope_id, last_number)
      select workspace_id, 'plan', id, ${eventsEach} from plan
      on conflict (workspace_id, scope, scope_id) do update set last_number = excluded.last_number`)
    await run(`insert into plan_look (workspace_id, plan_id, looked_on, number)
      select workspace_id, id, current_date, ${eventsEach} from plan`)
    await run(`insert into plan_summary (workspace_id, plan_id, number, valid_from, valid_until, account_name, version, rank, headline,
        state_words, tone, goal, goal_on, state, is_archived)
      select workspace_id, id, ${eventsEach}, now(), now(), 'Halden Foods', 1, 1, 'To be live', '', 'calm', 'Live', critical_date,
        state, false from plan`)
    await run('analyze')
  })
}

beforeAll(async () => {
  const { db, appUrl, ...database } = await testDatabase()
  ownerDb = database.ownerDb
  parts = await testParts(db, appUrl)
  for (let made = 0; made < workspaces; made++) it = await makePlan(db)
  await multiply(ownerDb)
})

type Told = {
  query: string
  /** The tables that are read from end to end. */
  scanned: string[]
  /** What each index is asked by. */
  conditions: { index: string; text: string }[]
}

/** PostgreSQL's plan for each query that `work` sends, as the app's role in its workspace. */
async function plansOf(work: (parts: TestParts) => Promise<unknown>): Promise<Told[]> {
  const queries = await queriesOf(() => work({ ...parts, reads: readApart(parts.db) }))
  return inWorkspace(parts.db, it.workspaceId, async (trx) => {
    const told = []
    for (const { text: query, values } of queries) {
      const { rows } = await trx.executeQuery<{ 'QUERY PLAN': unknown }>(
        CompiledQuery.raw(`explain (format json) ${query}`, values),
      )
      const text = JSON.stringify(rows)
      const scanned = [...text.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)].map(
        ([, name]) => name,
      )
      const conditions = [...text.matchAll(/"Index Name":"(\w+)"[^{}]*?"Index Cond":"((?:[^"\\]|\\.)*)"/g)].map(
        ([, index = '', text = '']) => ({ index, text }),
      )
      told.push({ query, scanned: scanned.filter((name) => name !== undefined), conditions })
    }
    return told
  })
}

/** Tables that grow with what people do; the others hold a few rows for each vendor. */
const large = [
  'plan',
  'plan_team',
  'plan_participant',
  'milestone',
  'task',
  'task_link',
  'activity',
  'agreement',
  'plan_look',
  'plan_summary',
  'search_word',
  'search_part',
]

test('there is enough to look through that PostgreSQL would rather not', async () => {
  const { rows } = await sql<{
    count: number
  }>`select reltuples::int as count from pg_class where relname = 'task'`.execute(parts.db)
  expect(rows[0]?.count).toBeGreaterThan(5_000)
})

test('a plan page reads no large table from end to end', async () => {
  const standings = await inWorkspace(parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, it.champion, it.planId))
  const told = await plansOf((parts) => getPlanView(parts, { actor: it.champion, standings }, it.planId))
  expect(told).toHaveLength(4)
  expect(told.filter(({ scanned }) => scanned.some((name) => large.includes(name)))).toEqual([])
})

test('the list of plans reads no large table from end to end', async () => {
  const filter = { state: null, stage: null, late: false, mine: true, archived: false }
  await getPlansList(parts, it.lead, { filter, page: null })
  const told = await plansOf((parts) => getPlansList(parts, it.lead, { filter, page: null }))
  expect(told).toHaveLength(2)
  expect(told.filter(({ scanned }) => scanned.some((name) => large.includes(name)))).toEqual([])
})

test('a search reads no large table from end to end, nor all words of its workspace', async () => {
  const { rows: workspaces } = await sql<{ id: string }>`select workspace_id as id from workspace`.execute(ownerDb)
  for (const { id } of workspaces) await keepAllWords(parts, id)
  // As many words as a large workspace has.
  await sql`insert into search_part (workspace_id, part, word)
    select ${it.workspaceId}::uuid, substr(word, at, 3), word
    from (select md5(number::text) as word from generate_series(1, 5000) number) made, generate_series(1, 30, 3) at
    on conflict do nothing`.execute(ownerDb)
  await sql`analyze search_word, search_part, activity_counter`.execute(ownerDb)
  const find = (q: string) => (parts: TestParts) => {
    const { search } = readSearch(new URLSearchParams({ q }))
    return getSearch(parts, { actor: it.lead, standings: standingsOfMember(it.lead.roles) }, search)
  }
  expect((await find('contract')(parts)).kinds).toMatchObject([{ kind: 'task', total: 2 * plansEach }])
  // By a word, by words of a thing and of its account, and by a typo.
  for (const q of ['contract', 'halden legal', 'legall']) {
    const told = await plansOf(find(q))
    expect(told.length).toBeGreaterThan(8)
    expect(told.filter(({ scanned }) => scanned.some((name) => large.includes(name)))).toEqual([])
    const byWorkspaceAlone = told.flatMap(({ conditions }) =>
      conditions.filter(({ index, text }) => index.startsWith('search_') && !/word|part/.test(text)),
    )
    expect(byWorkspaceAlone).toEqual([])
  }
})

test('the look for the email of the day reads no large table from end to end', async () => {
  const { workspaceId } = it
  const told = await plansOf(({ db }) =>
    inWorkspace(db, workspaceId, async (trx) => {
      await listPlansToLookAt(trx, workspaceId, { now: new Date('2026-06-17T06:05:00Z'), fromHour: 8 })
      await listPlansOfOwners(trx, workspaceId, [it.lead.id])
    }),
  )
  expect(told).toHaveLength(2)
  expect(told.filter(({ scanned }) => scanned.some((name) => large.includes(name)))).toEqual([])
})
