import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { limitRules } from '#app/kit/limits.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { ask, formBody, inParallel, startBuiltApp, wordsOf } from '#tests/reach/client.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'

/** What one person may have computed, on the app as it runs in production. */

let app: RunningApp
let db: Database
let plan: SamplePlan
const cookies = { lead: '', champion: '' }

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  const parts = {
    ...(await testParts(db, app.appUrl, { now: runClock.now().toISOString() })),
    environment: readEnvironment(app.variables),
  }
  plan = await makePlan(db)
  const { workspaceId, lead, champion } = plan
  await inWorkspace(db, workspaceId, async (trx) => {
    const session = async (who: { memberId: string } | { participantId: string }) =>
      (await beginSession(parts, trx, workspaceId, who, null)).split(';')[0] ?? ''
    cookies.lead = await session({ memberId: lead.id })
    cookies.champion = await session({ participantId: champion.id })
  })
}, 120_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

type Who = keyof typeof cookies

const at = (path: string) => new URL(`/plans/${plan.planId}${path}`, app.baseUrl)
const open = (who: Who, path: string) => ask(at(path), { headers: { cookie: cookies[who] } })
const previewAs = (who: Who, title: string) =>
  ask(at(`/tasks/${plan.taskIds['legal']}`), {
    method: 'POST',
    headers: { cookie: cookies[who], origin: new URL(app.baseUrl).origin },
    body: formBody({
      intent: 'edit-task',
      taskId: plan.taskIds['legal'] ?? '',
      title,
      durationDays: '12',
      preview: 'yes',
      idempotencyKey: newId(),
    }),
  })

test('who had much computed waits, with what was typed; others go on, and so does reading', async () => {
  const { most, seconds } = limitRules['computation by a person']
  const statuses: number[] = []
  await inParallel(
    Array.from({ length: most }, (_, time) => time),
    8,
    async () => {
      statuses.push((await open('champion', '/try')).status)
    },
  )
  expect(new Set(statuses)).toEqual(new Set([200]))

  const refused = await previewAs('champion', 'A title typed with care')
  expect(refused.status).toBe(429)
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(seconds)
  expect(wordsOf(refused)).toContain('too many tries')
  expect(refused.body.toString()).toContain('value="A title typed with care"')

  const page = await open('champion', '/try')
  expect([page.status, Number(page.headers.get('retry-after')) > 0]).toEqual([429, true])
  expect((await open('champion', '')).status).toBe(200)
  expect((await previewAs('lead', 'Another title')).status).toBe(200)
  expect((await open('lead', '/try')).status).toBe(200)
})
