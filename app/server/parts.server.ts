import { sql } from 'kysely'
import { createDatabase } from '#db/connection.ts'
import { pendingMigrations } from '#db/migrate.ts'
import { systemClock } from '#app/kit/clock.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Log } from '#app/kit/log.server.ts'
import type { Readiness } from './health.server.ts'

/** Makes what no module may hold by itself, once for the process. */
export function makeParts(environment: Environment, log: Log) {
  const db = createDatabase(environment.databaseUrl)
  return { parts: { db, clock: systemClock, log, environment }, close: () => db.destroy() }
}

export type Parts = ReturnType<typeof makeParts>['parts']

export function readinessOf({ db }: Parts): Readiness {
  return {
    database: async () => (await sql`select 1`.execute(db)).rows.length === 1,
    migrations: async () => (await pendingMigrations(db)).length === 0,
  }
}
