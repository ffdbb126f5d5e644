import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { issueApiKey } from '#app/api/keys/api-key.server.ts'
import { rateLimits } from '#app/kit/rate-limits.ts'
import { makeMember, makeWorkspace } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { ask, startBuiltApp } from '#tests/reach/client.ts'

/** The schedule endpoint on the app as it runs in production: large or slow requests block no one. */

let app: RunningApp
let db: Database
let keys: string[]

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  const workspaceId = await makeWorkspace(db)
  const { id: memberId } = await makeMember(db, workspaceId, { name: 'Mara Keller' })
  keys = await inWorkspace(db, workspaceId, async (trx) => [
    await issueApiKey(trx, { workspaceId, name: 'one', memberId }, runClock.now()),
    await issueApiKey(trx, { workspaceId, name: 'two', memberId }, runClock.now()),
  ])
}, 600_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

const send = (body: string, key = keys[0]) =>
  ask(new URL('/api/v1/schedule', app.baseUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
  })

const id = (n: number) => `0195a0a0-0000-7000-8000-${String(n).padStart(12, '0')}`

/** 10,000 tasks with 20,000 links, every field there and four spaces of indent. */
const widest = () =>
  JSON.stringify(
    {
      startOn: '2026-06-01',
      tasks: Array.from({ length: 10_000 }, (_, at) => ({
        id: id(at),
        title: 'x'.repeat(200),
        side: 'customer',
        durationDays: 10_000,
        dependsOn: [1, 2].flatMap((by) => (at >= by ? [{ task: id(at - by), type: 'FS', lagDays: -10_000 }] : [])),
        sittings: null,
        notBefore: '2026-06-08',
        notAfter: '2096-06-08',
        startedOn: null,
        doneOn: null,
      })),
    },
    null,
    4,
  )

/** Two hundred tasks in a row, ten thousand days between each two, three calendars: over eight thousand years. */
const farthest = (from: number) =>
  JSON.stringify({
    startOn: '0001-01-01',
    calendars: { vendor: { workweek: [1, 2, 3, 4, 5] }, customer: { workweek: [1, 2, 3, 4] } },
    tasks: Array.from({ length: 200 }, (_, at) => ({
      id: `${from} ${at}`,
      side: ['vendor', 'customer', 'both'][at % 3],
      durationDays: 1,
      dependsOn: at > 0 ? [{ task: `${from} ${at - 1}`, lagDays: 10_000 }] : [],
    })),
  })

test('the widest plan that the contract allows is answered, a wider body is 413', async () => {
  const body = widest()
  expect(body.length).toBeGreaterThan(9_000_000)
  await app.longestTurn()
  const { status, body: answer } = await send(body)
  expect([status, (JSON.parse(answer.toString()) as { tasks: unknown[] }).tasks.length]).toEqual([200, 10_000])
  expect(await app.longestTurn()).toBeLessThan(300)
  expect((await send(body + ' '.repeat(3_000_000))).status).toBe(413)
})

test('twenty plans of eight thousand years hold up no one', async () => {
  await send(farthest(0))
  await app.longestTurn()
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => send(farthest(at))))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(await app.longestTurn()).toBeLessThan(100)
})

test('a key that asks too often is told when to come back, and another goes on', async () => {
  const small = JSON.stringify({ startOn: '2026-06-01', tasks: [] })
  let refused: Awaited<ReturnType<typeof send>> | undefined
  for (let asked = 0; asked <= rateLimits['schedule by a key'].most && !refused; asked++) {
    const answer = await send(small)
    if (answer.status === 429) refused = answer
  }
  expect(refused?.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await send(small, keys[1])).status).toBe(200)
})
