import { PgBoss } from 'pg-boss'
import { afterAll } from 'vitest'
import { type Database, createPool } from '#db/connection.ts'
import { runPreparedQueriesOn } from '#db/prepared-query.ts'
import { type Announcements, listenForAnnouncements } from '#app/kit/announcements.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createEventStreams } from '#app/kit/event-streams.ts'
import type { Computations } from '#app/kit/computations.ts'
import { createChangeSlots } from '#app/kit/slots.ts'
import { changeSlots, streamLimits } from '#app/kit/limits.ts'
import type { RateLimits } from '#app/kit/rate-limits.ts'
import { createLog } from '#app/kit/log.server.ts'
import { createOpenPages } from '#app/kit/open-pages.ts'
import { silentMeters } from '#app/kit/meters.ts'
import { startPresence } from '#app/kit/presence.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { testNow } from './now.ts'

/** Parts whose clock stands still until a test sets it. */
export type TestParts = Parts & { clock: { now(): Date; set(to: string | Date): void } }

const environmentFor = (databaseUrl: string) =>
  readEnvironment({
    DATABASE_URL: databaseUrl,
    RESEND_API_KEY: 're_test',
    RESEND_PER_SECOND: '1000',
    APP_URL: 'http://localhost:3000',
    LINK_SECRET: 'a secret for tests, long enough to be one',
    EMAIL_FROM: 'Firstwin <plans@example.com>',
    LOG_LEVEL: 'silent',
  })

const closers: (() => Promise<void>)[] = []
// Registered while the test file is collected; it runs before the database is dropped.
afterAll(async () => {
  for (const close of closers.splice(0)) await close()
})

const unlimited: RateLimits = { count: () => Promise.resolve(0) }

/** Copies plain data in and out like threads, without threads. */
const atOnce: Computations = {
  run: async (_queue, { compute }, input) => structuredClone(await compute(structuredClone(input))),
}

const deaf: Announcements = {
  subscribe: () => () => undefined,
  onMissed: () => () => undefined,
  tellOthers: () => Promise.resolve(),
  hearOthers: () => () => undefined,
  close: () => Promise.resolve(),
}

/**
 * What a process makes once, for a test: a real queue, a still clock, and announcements that are heard when `listenUrl` is given
 * (it takes a connection of its own).
 */
export async function testParts(
  db: Database,
  appUrl: string,
  { listenUrl, now = testNow, limits = unlimited }: { listenUrl?: string; now?: string; limits?: RateLimits } = {},
): Promise<TestParts> {
  const environment = environmentFor(appUrl)
  const log = createLog({ level: 'silent' })
  const boss = new PgBoss({
    connectionString: appUrl,
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  const announcements = listenUrl ? await listenForAnnouncements({ url: listenUrl, db, log }) : deaf
  const presence = startPresence(announcements)
  const asking = createPool(appUrl, { max: 1 })
  let at = new Date(now)
  closers.push(async () => {
    await presence.close()
    await announcements.close()
    await asking.end()
    await boss.stop({ graceful: false, close: true })
  })
  return {
    db,
    reads: readApart(db),
    runPrepared: runPreparedQueriesOn(asking),
    boss,
    announcements,
    eventStreams: createEventStreams(streamLimits),
    openPages: createOpenPages(log),
    presence,
    slots: createChangeSlots({ ...changeSlots, perWorkspace: 5 }),
    log,
    meters: silentMeters,
    environment,
    limits,
    bucket: null,
    computations: atOnce,
    opensDemoLinks: true,
    clock: {
      now: () => at,
      set(to) {
        at = new Date(to)
      },
    },
  }
}
