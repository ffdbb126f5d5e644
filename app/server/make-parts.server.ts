import type { Logger } from 'kysely'
import { PgBoss } from 'pg-boss'
import { connectPatience, createPool, databaseOn } from '#db/connection.ts'
import { prepareQueues } from '#db/prepare-queues.ts'
import { runPreparedQueriesOn } from '#db/prepared-query.ts'
import { listenForAnnouncements } from '#app/kit/announcements.server.ts'
import { type Clock, systemClock } from '#app/kit/clock.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import { createEventStreams } from '#app/kit/event-streams.ts'
import { createOpenPages } from '#app/kit/open-pages.ts'
import { createChangeSlots } from '#app/kit/slots.ts'
import { changeSlots, streamLimits } from '#app/kit/limits.ts'
import type { Log } from '#app/kit/log.server.ts'
import { type Meters, silentMeters } from '#app/kit/meters.ts'
import type { Parts } from '#app/kit/parts.ts'
import { startPresence } from '#app/kit/presence.server.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { makeFileBucket } from './make-file-bucket.server.ts'
import { makeComputations } from './make-computations.server.ts'
import type { WatchedProcess } from './watch-state.server.ts'
import { makeRateLimiter } from './make-rate-limiter.server.ts'

/** Makes what no module may hold by itself, once for the process. */
export async function makeParts(
  environment: Environment,
  log: Log,
  {
    opensDemoLinks = false,
    clock = systemClock,
    meters = silentMeters,
    statement,
  }: { opensDemoLinks?: boolean; clock?: Clock; meters?: Meters; statement?: Logger } = {},
): Promise<{ parts: Parts; connections: WatchedProcess['connections']; close(): Promise<void> }> {
  const pool = createPool(environment.databaseUrl, { max: environment.databaseConnections })
  const db = databaseOn(pool, statement)
  // Of its own, so that many tries at once leave the pages their connections.
  const limitsPool = createPool(environment.databaseUrl, { max: 2 })
  // The app's role may not change pg-boss's tables; the migration step made them.
  const bossPool = {
    connectionString: environment.databaseUrl,
    max: 3,
    keepAlive: true,
    connectionTimeoutMillis: connectPatience,
    query_timeout: 30_000,
  }
  const boss = new PgBoss({
    ...bossPool,
    migrate: false,
    createSchema: false,
    // How soon the jobs of a worker that was killed are taken up, after its heartbeats stay away.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    // How soon a worker knows that many jobs wait.
    queueCacheIntervalSeconds: 10,
  })
  boss.on('error', (error) => log.error({ error: error.message }, 'jobs'))
  await boss.start()
  await prepareQueues(boss)
  const computations = makeComputations()
  const announcements = await listenForAnnouncements({ url: environment.listenDatabaseUrl, db, log })
  const presence = startPresence(announcements)
  return {
    parts: {
      db,
      reads: readApart(db),
      runPrepared: runPreparedQueriesOn(pool),
      boss,
      announcements,
      eventStreams: createEventStreams(streamLimits),
      openPages: createOpenPages(log),
      presence,
      // The other half stays for the other workspaces.
      slots: createChangeSlots({ ...changeSlots, perWorkspace: Math.ceil(environment.databaseConnections / 2) }),
      clock,
      log,
      meters,
      environment,
      bucket: makeFileBucket(environment),
      limits: makeRateLimiter(limitsPool),
      computations,
      opensDemoLinks,
    },
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close() {
      // First, since jobs under way use the others.
      await boss.stop({ graceful: true, timeout: 10_000, close: true })
      await presence.close()
      await announcements.close()
      await computations.close()
      await limitsPool.end()
      await db.destroy()
    },
  }
}
