import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { shareForecast } from '#app/plan/forecast/share-forecast.server.ts'
import { beyondBounds } from '#app/plan/core/plan-bounds.ts'
import { loadPlan } from '#app/plan/core/plan-rows.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { largestPlan } from '#tests/factories/largest-plan.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { ask, formBody, startBuiltApp, wordsOf } from '#tests/reach/client.ts'

/** The largest plan that the limits allow, on the app as it runs in production. */

let app: RunningApp
let db: Database
let plan: SamplePlan
const cookies: Record<'lead' | 'champion', string> = { lead: '', champion: '' }
const today = todayIn('Europe/Berlin', runClock.now())

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  const parts = {
    ...(await testParts(db, app.appUrl, { now: runClock.now().toISOString() })),
    environment: readEnvironment(app.variables),
  }
  plan = await makePlan(db, largestPlan(today))
  const { workspaceId, planId, lead, champion } = plan
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx
      .updateTable('task')
      .set({ ownerMemberId: lead.id, ownerPlaceholder: null })
      .where('side', '=', 'vendor')
      .execute()
    cookies.lead = (await beginSession(parts, trx, workspaceId, { memberId: lead.id }, null)).split(';')[0] ?? ''
    cookies.champion =
      (await beginSession(parts, trx, workspaceId, { participantId: champion.id }, null)).split(';')[0] ?? ''
  })
  for (const actor of [lead, champion])
    await runCommand(parts, agreePlan, { actor, scopeId: planId, input: { termsVersion: 1 } })
  await runCommand(parts, shareForecast, { actor: lead, scopeId: planId, input: {} })
}, 240_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

const get = (who: keyof typeof cookies, path: string) =>
  ask(new URL(path, app.baseUrl), { headers: { cookie: cookies[who] } })

/** What was asked, and for how long the processor was held by it at a stretch; the least of three, since garbage is collected at any time. */
async function longestTurn(send: () => Promise<{ status: number; body: Buffer }>, wanted: number) {
  const turns: number[] = []
  let size = 0
  for (let time = 0; time < 3; time++) {
    await app.longestTurn()
    const { status, body } = await send()
    expect(status).toBe(wanted)
    size = body.length
    turns.push(await app.longestTurn())
  }
  return { milliseconds: Math.min(...turns), size }
}

const task = (at: number) => plan.taskIds[`t${at}`] ?? ''
/** As many changes as one what-if may hold, each of another task. */
const edits = () =>
  Object.fromEntries(Array.from({ length: bounds.edits }, (_, at) => [`durationDays.${task(at)}`, '11']))

test('the plan is as large as it may be', async () => {
  const rows = await inWorkspace(db, plan.workspaceId, (trx) => loadPlan(trx, plan.workspaceId, plan.planId))
  if (!rows) throw new Error('There is no plan.')
  expect(beyondBounds(null, rows, today)).toEqual([])
  expect([rows.tasks.length, rows.milestones.length]).toEqual([bounds.tasks, bounds.milestones])
  expect(Math.max(...rows.tasks.map(({ dependsOn }) => dependsOn.length))).toBe(bounds.links)
})

test('it is late, so that advice is looked for', async () => {
  expect(wordsOf(await get('lead', `/plans/${plan.planId}`))).toMatch(/is missed by [\d,]+ working days/)
})

test.each([
  ['lead', ''],
  ['champion', ''],
  ['lead', '/activity'],
  ['lead', '/calendar'],
  ['lead', '/terms'],
  ['lead', '/team'],
  ['lead', '/close'],
  ['lead', '/invite'],
  ['lead', '/agreed/1'],
  ['champion', '/agreed/1'],
  ['lead', '/tasks/new?milestone=:milestone'],
  ['lead', '/tasks/:task'],
  ['lead', '/milestones/new'],
  ['lead', '/milestones/:milestone'],
  ['lead', '/forecast'],
  ['lead', '/forecast/input'],
  ['lead', '/situations'],
  ['lead', '/try?:edits'],
  ['lead', '/../../plans'],
] as const)('%s reads %s and holds up nobody', async (who, path) => {
  const at = path
    .replace(':task', task(299))
    .replace(':milestone', plan.milestoneIds[3] ?? '')
    .replace(':edits', new URLSearchParams(edits()).toString())
  const url = path.startsWith('/..') ? '/plans' : `/plans/${plan.planId}${at}`
  const { milliseconds, size } = await longestTurn(() => get(who, url), 200)
  expect(milliseconds).toBeLessThan(300)
  expect(size).toBeLessThan(3_000_000)
})

test.each([
  ['/tasks/new?milestone=:milestone', /nearly full: it holds at most 300 tasks/],
  ['/milestones/new', /nearly full: it holds at most 50 milestones/],
  ['/calendar', /At most 100 rows/],
])('%s says beside its fields how much there may be', async (path, words) => {
  const at = path.replace(':milestone', plan.milestoneIds[3] ?? '')
  const html = (await get('lead', `/plans/${plan.planId}${at}`)).body.toString().replaceAll('<!-- -->', '')
  expect(html).toMatch(words)
})

const post = (path: string, fields: Record<string, string>) =>
  ask(new URL(`/plans/${plan.planId}${path.replace(':task', task(299))}`, app.baseUrl), {
    method: 'POST',
    headers: { cookie: cookies.lead, origin: new URL(app.baseUrl).origin },
    body: formBody({ ...fields, taskId: task(299), idempotencyKey: newId() }),
  })

let changes = 0
/** Another value each time, so that it is a change. */
const change = () => ({ intent: 'save', durationDays: `${20 + ++changes}` })

test.each([
  ['a preview', () => post('/tasks/:task', { ...change(), preview: 'yes' }), 200],
  ['a change', () => post('/tasks/:task', change()), 303],
  ['a what-if of many changes', () => post('/try', edits()), 303],
  [
    'the first view after a change, which has no advice yet',
    async () => {
      await post('/tasks/:task', change())
      return get('lead', `/plans/${plan.planId}`)
    },
    200,
  ],
] as const)('%s holds up nobody', async (_what, send, wanted) => {
  expect((await longestTurn(send, wanted)).milliseconds).toBeLessThan(300)
})
