import { sql } from 'kysely'
import { Gauge, type Registry } from 'prom-client'
import { createDatabase } from '#db/connection.ts'
import { queues } from '#db/queues.ts'
import type { EventStreams } from '#app/kit/event-streams.ts'
import { findEmailHold } from '#app/outbox/email-hold.server.ts'

export type WatchedProcess = {
  databaseUrl: string
  connections(): { busy: number; idle: number; waiting: number }
  eventStreams: EventStreams
}

/**
 * The state of a process and of its queues, as gauges that `refresh` brings up to date.
 * @returns `close` ends the connection of its own: what is wrong must be seen just when pages hold all others
 */
export function watchState(register: Registry, { databaseUrl, connections, eventStreams }: WatchedProcess) {
  const db = createDatabase(databaseUrl, { max: 1 })
  const gauge = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `firstwin_${name}`, help, labelNames, registers: [register] })
  const pool = gauge('database_connections', 'Connections of the pool for pages and jobs.', 'state')
  const waiters = gauge('database_connection_waiters', 'How many wait for a connection of that pool.')
  const streams = gauge('event_streams', 'Pages that follow their plan live.')
  const up = gauge('database_up', 'Whether the database answered this time.')
  const jobs = gauge('jobs', 'Jobs of all processes; one in retry failed and is tried again.', 'queue', 'state')
  const oldest = gauge('oldest_due_job_seconds', 'How long the oldest job that is due has waited.', 'queue')
  const held = gauge('emails_held', 'Whether the database holds its emails back, as a restored copy does.')
  return {
    async refresh() {
      const { busy, idle, waiting } = connections()
      pool.set({ state: 'busy' }, busy)
      pool.set({ state: 'idle' }, idle)
      waiters.set(waiting)
      streams.set(eventStreams.count())
      try {
        const found = await listQueues()
        const since = await findEmailHold(db)
        // In one go, so that another scrape never reads them half set.
        for (const known of [jobs, oldest, held]) known.reset()
        for (const { queue, waiting, retry, active, failed, waited } of found) {
          for (const [state, count] of Object.entries({ waiting, retry, active, failed }))
            jobs.set({ queue, state }, count)
          oldest.set({ queue }, waited)
        }
        held.set(since ? 1 : 0)
        up.set(1)
      } catch {
        for (const known of [jobs, oldest, held]) known.reset()
        up.set(0)
      }
    },
    close: () => db.destroy(),
  }

  async function listQueues() {
    const counted = await sql<Queue>`
      select name as queue,
        count(*) filter (where state = 'created')::int as waiting,
        count(*) filter (where state = 'retry')::int as retry,
        count(*) filter (where state = 'active')::int as active,
        count(*) filter (where state = 'failed')::int as failed,
        coalesce(extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now())), 0)::float8 as waited
      from pgboss.job group by name`.execute(db)
    const byName = new Map(counted.rows.map((row) => [row.queue, row]))
    return Object.keys(queues).map((queue) => byName.get(queue) ?? { ...nothing, queue })
  }
}

type Queue = { queue: string; waiting: number; retry: number; active: number; failed: number; waited: number }
const nothing = { waiting: 0, retry: 0, active: 0, failed: 0, waited: 0 }
