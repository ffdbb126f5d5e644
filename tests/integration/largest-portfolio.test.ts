import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { largestPlan } from '#tests/factories/largest-plan.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, haldenPlan, makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { ask, startBuiltApp, wordsOf } from '#tests/reach/client.ts'

/** Many plans of the largest size in one workspace, on the app as it runs in production. */

const plans = 20
let app: RunningApp
let db: Database
let parts: TestParts
let plan: SamplePlan
let cookie = ''

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  parts = {
    ...(await testParts(db, app.appUrl, { now: runClock.now().toISOString() })),
    environment: readEnvironment(app.variables),
  }
  const largest = largestPlan(todayIn('Europe/Berlin', runClock.now()))
  plan = await makePlan(db, largest)
  const { workspaceId, accountId, lead } = plan
  for (let more = 1; more < plans; more++)
    await inWorkspace(db, workspaceId, (trx) =>
      insertPlan(trx, haldenPlan({ workspaceId, accountId, leadId: lead.id, ...largest }), runClock.now()),
    )
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx
      .updateTable('task')
      .set({ ownerMemberId: lead.id, ownerPlaceholder: null })
      .where('side', '=', 'vendor')
      .execute()
    cookie = (await beginSession(parts, trx, workspaceId, { memberId: lead.id }, null)).split(';')[0] ?? ''
  })
}, 600_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

const openPlans = () => ask(new URL('/plans', app.baseUrl), { headers: { cookie } })

test('the list of plans holds up no one, first and again', async () => {
  await app.longestTurn()
  const [first, beside] = await Promise.all([openPlans(), openPlans()])
  expect([first.status, beside.status]).toEqual([200, 200])
  expect(first.body.toString().match(/class="strong row-link"/g)).toHaveLength(plans)
  expect(wordsOf(first)).toMatch(/will be [\d,]+ working days late/)
  expect(await app.longestTurn()).toBeLessThan(300)
  await openPlans()
  expect(await app.longestTurn()).toBeLessThan(100)
})

test('the look for the email of the day holds up no one', async () => {
  await app.longestTurn()
  await parts.boss.send('collect-daily-of-workspace', { workspaceId: plan.workspaceId })
  await expect
    .poll(
      () =>
        inWorkspace(db, plan.workspaceId, (trx) =>
          trx.selectFrom('planLook').select('planId').where('workspaceId', '=', plan.workspaceId).execute(),
        ),
      { interval: 200 },
    )
    .toHaveLength(plans)
  expect(await app.longestTurn()).toBeLessThan(300)
})
