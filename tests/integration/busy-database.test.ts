import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { newId } from '#app/kit/ids.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { type DatabaseProxy, startDatabaseProxy } from '#tests/harness/database-proxy.ts'
import { slowness } from '#tests/harness/slowness.ts'
import { withClient } from '#tests/harness/template.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, haldenPlan, makePlan } from '#tests/factories/workspace.ts'
import { ask, startBuiltApp, wordsOf } from '#tests/reach/client.ts'

/** The app as it runs in production, while its database is slow, frozen or down. */

let app: RunningApp
let proxy: DatabaseProxy
let db: Database
let stuck: SamplePlan
let other: SamplePlan
const cookies = new Map<SamplePlan, string>()

beforeAll(async () => {
  const server = inject('templateServer')
  proxy = await startDatabaseProxy(server.serverUrl)
  app = await startBuiltApp({ ...server, serverUrl: proxy.url, poolerPort: undefined })
  const direct = new URL(app.appUrl)
  direct.host = new URL(server.serverUrl).host
  db = createDatabase(direct.href, { max: 2 })
  const parts = { ...(await testParts(db, direct.href)), environment: readEnvironment(app.variables) }
  const now = { ...parts, clock: runClock }
  for (const plan of [(stuck = await makePlan(db)), (other = await makePlan(db))]) {
    const setCookie = await inWorkspace(db, plan.workspaceId, (trx) =>
      beginSession(now, trx, plan.workspaceId, { memberId: plan.lead.id }, null),
    )
    cookies.set(plan, setCookie.split(';')[0] ?? '')
  }
}, 600_000)

afterAll(async () => {
  proxy.comeBack()
  await db.destroy()
  await app.stop()
  await proxy.close()
})

const url = (path: string) => new URL(path, app.baseUrl)
const headersOf = (plan: SamplePlan) => ({ cookie: cookies.get(plan) ?? '', accept: 'text/html' })

/** Other tests of this run need the processor too. In milliseconds. */
const betweenLooks = 200

async function timed<Result>(work: Promise<Result>): Promise<{ ms: number; result: Result }> {
  const began = performance.now()
  const result = await work
  return { ms: performance.now() - began, result }
}

/** A new milestone, as its form posts it: plainly, or by script. */
const addMilestone = (plan: SamplePlan, title: string, { data = false, key = newId() } = {}) =>
  ask(url(`/plans/${plan.planId}/milestones/new${data ? '.data' : ''}`), {
    method: 'POST',
    headers: headersOf(plan),
    body: new URLSearchParams({ intent: 'add-milestone', title, stage: 'Rollout', idempotencyKey: key }),
  })

/** Holds a row from outside for as long as `work` takes. */
const whileHeld = <Result>(select: string, values: unknown[], work: () => Promise<Result>) =>
  withClient(app.ownerUrl, async (client) => {
    await client.query('begin')
    await client.query(`${select} for update`, values)
    const result = await work()
    await client.query('rollback')
    return result
  })

const whileLocked = <Result>({ workspaceId, planId }: SamplePlan, work: () => Promise<Result>) =>
  whileHeld('select 1 from plan where workspace_id = $1 and id = $2', [workspaceId, planId], work)

test('a plan whose row is stuck holds up no one else, and its writes are answered soon and kept', async () => {
  const key = newId()
  const others: number[] = []
  await whileLocked(stuck, async () => {
    let isOver = false
    const writes = Promise.all([
      ...Array.from({ length: 10 }, (_, n) => timed(addMilestone(stuck, `Typed while stuck ${n}`))),
      timed(addMilestone(stuck, 'Typed with script', { data: true })),
      timed(addMilestone(stuck, 'Typed to be sent again', { key })),
    ]).finally(() => (isOver = true))
    while (!isOver) {
      const page = await timed(ask(url(`/plans/${other.planId}`), { headers: headersOf(other) }))
      expect(page.result.status).toBe(200)
      others.push(page.ms)
      expect((await ask(url('/readyz'))).status).toBe(200)
      // A plan holds 50 milestones at most, and a fast machine would add more.
      if (others.length <= 20) expect((await addMilestone(other, 'Meanwhile')).status).toBe(303)
      await pause(betweenLooks)
    }
    const answers = await writes
    for (const { ms, result } of answers) {
      expect([result.status, result.status === 503 ? '' : wordsOf(result)]).toEqual([503, ''])
      expect(Number(result.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(ms).toBeLessThan(15_000 * slowness())
      expect(result.body.toString()).toContain('Typed ')
    }
    expect(wordsOf(answers[0]?.result ?? (Promise.reject(new Error('no answer')) as never))).toContain(
      'Please wait a moment and send it again',
    )
  })
  expect(Math.max(...others), 'the slowest page of another plan, in ms').toBeLessThan(3_000 * slowness())
  expect((await addMilestone(stuck, 'Typed to be sent again', { key })).status).toBe(303)
  const { n } = await inWorkspace(db, stuck.workspaceId, (trx) =>
    trx
      .selectFrom('milestone')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('title', 'like', 'Typed%')
      .executeTakeFirstOrThrow(),
  )
  expect(Number(n), 'what was refused left nothing behind').toBe(1)
})

test('a stuck row that all plans of a workspace need leaves connections to the others', async () => {
  const { workspaceId, accountId, lead } = stuck
  const plans: SamplePlan[] = []
  for (let n = 0; n < 14; n++) {
    const plan = haldenPlan({ workspaceId, accountId, leadId: lead.id, project: `Project ${n}` })
    const { planId } = await inWorkspace(db, workspaceId, (trx) => insertPlan(trx, plan, runClock.now()))
    plans.push({ ...stuck, planId })
  }
  const cookie = cookies.get(stuck) ?? ''
  for (const plan of plans) cookies.set(plan, cookie)
  const others: number[] = []
  await whileHeld('select 1 from workspace where workspace_id = $1', [workspaceId], async () => {
    let isOver = false
    const writes = Promise.all(plans.map((plan) => addMilestone(plan, 'Typed while stuck'))).finally(
      () => (isOver = true),
    )
    while (!isOver) {
      const page = await timed(ask(url(`/plans/${other.planId}`), { headers: headersOf(other) }))
      expect(page.result.status).toBe(200)
      others.push(page.ms)
      await pause(betweenLooks)
    }
    expect((await writes).map(({ status }) => status)).toEqual(plans.map(() => 503))
  })
  expect(Math.max(...others), 'the slowest page of another workspace, in ms').toBeLessThan(1_500 * slowness())
})

test('a page is shown even if the time of the visit cannot be noted', async () => {
  const hoursAgo = new Date(runClock.now().getTime() - 5 * 3_600_000)
  const who = [other.workspaceId, other.lead.id]
  const session = 'select seen_at from session where workspace_id = $1 and member_id = $2'
  await withClient(app.ownerUrl, (client) =>
    client.query('update session set seen_at = $3 where workspace_id = $1 and member_id = $2', [...who, hoursAgo]),
  )
  await whileHeld(session, who, async () => {
    const page = await timed(ask(url(`/plans/${other.planId}`), { headers: headersOf(other) }))
    expect(page.result.status).toBe(200)
    expect(page.ms).toBeLessThan(2_000 * slowness())
  })
  expect((await ask(url(`/plans/${other.planId}`), { headers: headersOf(other) })).status).toBe(200)
  const { rows } = await withClient(app.ownerUrl, (client) => client.query<{ seen_at: Date }>(session, who))
  expect(rows[0]?.seen_at.getTime(), 'the next visit is noted').toBeGreaterThan(hoursAgo.getTime())
})

test('a frozen database is 503 within seconds, everywhere, and a form is kept on the page', async () => {
  proxy.freeze()
  try {
    const [page, plain, scripted, readiness] = await Promise.all([
      timed(ask(url(`/plans/${stuck.planId}`), { headers: headersOf(stuck) })),
      timed(addMilestone(stuck, 'Typed while "frozen"')),
      timed(addMilestone(stuck, 'Typed while frozen', { data: true })),
      timed(ask(url('/readyz'))),
    ])
    expect([page.result.status, plain.result.status, scripted.result.status, readiness.result.status]).toEqual([
      503, 503, 503, 503,
    ])
    for (const { ms, result } of [page, plain, scripted]) {
      expect(ms).toBeLessThan(40_000 * slowness())
      expect(result.headers.get('retry-after')).not.toBeNull()
    }
    expect(wordsOf(page.result)).toContain('Firstwin is busy')
    const html = plain.result.body.toString()
    expect(html).toContain('name="title" value="Typed while &quot;frozen&quot;"')
    expect(html).toContain('Send again')
    expect(scripted.result.body.toString()).toContain('Typed while frozen')
  } finally {
    proxy.comeBack()
  }
  await expect.poll(async () => (await ask(url('/readyz'))).status).toBe(200)
  expect((await ask(url(`/plans/${stuck.planId}`), { headers: headersOf(stuck) })).status).toBe(200)
  expect((await addMilestone(stuck, 'After the frost')).status).toBe(303)
})

test('a database that is away is 503 at once, and pages are back with it', async () => {
  proxy.goAway()
  try {
    const page = await timed(ask(url(`/plans/${stuck.planId}`), { headers: headersOf(stuck) }))
    expect(page.result.status).toBe(503)
    expect(page.ms).toBeLessThan(3_000 * slowness())
    expect((await ask(url('/healthz'))).status).toBe(200)
  } finally {
    proxy.comeBack()
  }
  await expect
    .poll(async () => (await ask(url(`/plans/${stuck.planId}`), { headers: headersOf(stuck) })).status)
    .toBe(200)
})

test('a process that is told to stop while its database is frozen ends all the same', async () => {
  proxy.freeze()
  // A page that waits for the database when its visitor leaves.
  const page = ask(url(`/plans/${stuck.planId}`), { headers: headersOf(stuck) }).catch(() => undefined)
  const stopped = app.stop()
  await expect.poll(() => app.isUp(), { interval: 200 }).toBe(false)
  proxy.comeBack()
  await Promise.all([page, stopped])
})
