import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { startEmbeddedPostgres } from '#db/start-embedded-postgres.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import {
  type Announcement,
  type Audience,
  type Announcements,
  type ListenOptions,
  announcementChannel,
  listenForAnnouncements,
} from '#app/kit/announcements.server.ts'
import { newId } from '#app/kit/ids.ts'
import { createLog } from '#app/kit/log.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import * as eventsRoute from '#app/plan/page/plan-events.route.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { type TestDatabase, freshDatabase, testDatabase } from '#tests/harness/database.ts'
import { startDatabaseProxy } from '#tests/harness/database-proxy.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const place = { workspaceId: newId(), scopeId: newId() }

/** A process that listens, its announcements, and how often it was told to check for missed ones. */
async function listening(options: Omit<ListenOptions, 'log'>) {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const announcements = await listenForAnnouncements({ ...options, log })
  closers.push(() => announcements.close())
  const heard: number[] = []
  let missed = 0
  announcements.subscribe(place.workspaceId, place.scopeId, ({ number }) => heard.push(number))
  announcements.onMissed(() => missed++)
  return { announcements, heard, missed: () => missed, lines }
}

const say = (db: Database, payload: string) => sql`select pg_notify(${announcementChannel}, ${payload})`.execute(db)
const announce = (db: Database, number: number) => say(db, JSON.stringify({ ...place, number } satisfies Announcement))

async function listenersOf(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where application_name = 'firstwin-listener' and datname = current_database()`.execute(db)
  return rows[0]?.n ?? 0
}

const terminate = ({ ownerDb }: TestDatabase) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'firstwin-listener' and datname = current_database()`.execute(ownerDb)

test('a connection that the server ends is made again, one each time, and what was missed is looked for', async () => {
  const database = await freshDatabase()
  const it = await listening({ url: database.listenUrl, db: database.db })
  for (const round of [1, 2, 3]) {
    await terminate(database)
    await expect.poll(it.missed).toBe(round)
    expect(await listenersOf(database.ownerDb)).toBe(1)
    await announce(database.db, round)
    await expect.poll(() => it.heard).toContain(round)
  }
  expect(it.heard, 'each once').toEqual([1, 2, 3])
})

test('who hears an announcement is counted by pages and by people, without those that have left', async () => {
  const database = await freshDatabase()
  const { announcements, heard } = await listening({ url: database.listenUrl, db: database.db })
  const audiences: Audience[] = []
  const { workspaceId, scopeId } = place
  const [, leave] = ['Anna', 'Ben', 'Ben'].map((person) =>
    announcements.subscribe(workspaceId, scopeId, (_it, audience) => audiences.push(audience), person),
  )
  await announce(database.db, 1)
  await expect.poll(() => heard).toEqual([1])
  leave?.()
  await announce(database.db, 2)
  await expect.poll(() => heard).toEqual([1, 2])
  // One more is this test's own listener.
  expect(audiences).toEqual([...Array(3).fill({ pages: 4, people: 3 }), ...Array(2).fill({ pages: 3, people: 3 })])
})

test('a server that is away is asked less and less often, and afterwards there is one listener', async () => {
  const database = await freshDatabase()
  const proxy = await startDatabaseProxy(database.listenUrl)
  closers.push(() => proxy.close())
  const it = await listening({ url: proxy.url, db: database.db })
  const before = proxy.attempts()
  proxy.goAway()
  await pause(6_000)
  // 250 ms, doubled each time, each shortened by half at most.
  expect(proxy.attempts() - before).toBeLessThanOrEqual(9)
  expect(proxy.attempts() - before).toBeGreaterThanOrEqual(3)
  proxy.comeBack()
  await expect.poll(it.missed).toBe(1)
  await announce(database.db, 7)
  await expect.poll(() => it.heard).toEqual([7])
  expect(await listenersOf(database.ownerDb)).toBe(1)
})

test('closing while a connection is being made again ends that one too', async () => {
  const database = await freshDatabase()
  const proxy = await startDatabaseProxy(database.listenUrl)
  closers.push(() => proxy.close())
  const it = await listening({ url: proxy.url, db: database.db })
  const before = proxy.attempts()
  proxy.goAway()
  proxy.comeBack()
  proxy.freeze()
  await expect.poll(proxy.attempts).toBeGreaterThan(before)
  const closed = it.announcements.close()
  proxy.comeBack()
  await closed
  await expect.poll(() => listenersOf(database.ownerDb)).toBe(0)
})

test('PostgreSQL stopped and started again finds one listener', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'firstwin-restart-'))
  closers.push(async () => rmSync(dataDir, { recursive: true, force: true }))
  let server = await startEmbeddedPostgres({ dataDir })
  closers.push(() => server.stop())
  const proxy = await startDatabaseProxy(server.ownerUrl)
  closers.push(() => proxy.close())
  const db = createDatabase(proxy.url, { max: 2 })
  closers.push(() => db.destroy())
  const it = await listening({ url: proxy.url, db })
  await server.stop()
  await pause(2_000)
  server = await startEmbeddedPostgres({ dataDir })
  proxy.comeBack(server.ownerUrl)
  await expect.poll(it.missed).toBe(1)
  await announce(db, 3)
  await expect.poll(() => it.heard).toEqual([3])
  expect(await listenersOf(db)).toBe(1)
})

test('an announcement that is none is passed over, and the next one is heard', async () => {
  const { db, listenUrl } = await testDatabase()
  const it = await listening({ url: listenUrl, db })
  for (const payload of ['', '{', 'null', '[]', '7', '{"workspaceId":1}', '{"probe":{}}']) await say(db, payload)
  await announce(db, 5)
  await expect.poll(() => it.heard).toEqual([5])
})

test('a process that does not hear itself says so and tries another connection', async () => {
  // Announcements stay within a database, so this one receives none, as behind a pooler.
  const [here, elsewhere] = [await testDatabase(), await freshDatabase()]
  const probing = { every: 50, patience: 100 }
  const it = await listening({ url: elsewhere.appUrl, db: here.db, probing })
  await expect.poll(() => it.lines.join('\n')).toContain('LISTEN_DATABASE_URL')
  await expect.poll(it.missed).toBeGreaterThan(0)

  const well = await listening({ url: here.listenUrl, db: here.db, probing: { every: 50, patience: 5_000 } })
  await pause(500)
  expect(well.lines, 'one that hears itself says nothing').toEqual([])
  expect(well.missed()).toBe(0)
})

/** The event stream of a plan's page, in a process with these announcements. */
async function follow(announcements?: Announcements) {
  const { db, appUrl } = await testDatabase()
  const plan = await makePlan(db)
  const parts = await testParts(db, appUrl)
  const setCookie = await inWorkspace(db, plan.workspaceId, (trx) =>
    beginSession(parts, trx, plan.workspaceId, { participantId: plan.champion.id }, null),
  )
  const gone = new AbortController()
  closers.push(async () => gone.abort())
  const response = await eventsRoute.loader({
    request: new Request(new URL(`/plans/${plan.planId}/events`, parts.environment.appUrl), {
      headers: { cookie: setCookie.split(';')[0] ?? '' },
    }),
    params: { planId: plan.planId },
    context: loadContext(announcements ? { ...parts, announcements } : parts, { gone: gone.signal }),
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => (await reader?.read())?.value
  expect(await next()).toMatch(/^retry: [2-5]\d{3}\n\n$/)
  const change = () =>
    runCommand(parts, completeTask, {
      actor: plan.lead,
      scopeId: plan.planId,
      input: { taskId: plan.taskIds['scope'] },
    })
  return { next, change }
}

test('an open page is told about a change that was announced while its process heard nothing', async () => {
  const { db, appUrl } = await testDatabase()
  const proxy = await startDatabaseProxy(appUrl)
  closers.push(() => proxy.close())
  const { announcements } = await listening({ url: proxy.url, db })
  const page = await follow(announcements)
  proxy.goAway()
  await page.change()
  const told = page.next()
  proxy.comeBack()
  expect(await Promise.race([told, pause(15_000)])).toBe('data: 1\n\n')
})

test('a change without an announcement is told at the next heartbeat', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  closers.push(async () => vi.useRealTimers())
  const page = await follow()
  await page.change()
  vi.advanceTimersByTime(25_000)
  // The check when the stream opens may still have seen it.
  expect(new Set([await page.next(), await page.next()])).toEqual(new Set([': still here\n\n', 'data: 1\n\n']))
})
