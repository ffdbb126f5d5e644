import { sql } from 'kysely'
import { createDatabase } from '#db/connection.ts'
import { pendingMigrations } from '#db/migrate-to-latest.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Readiness } from './health.server.ts'

/**
 * What readiness asks the database, on a connection of its own: a process whose pages keep all others busy is healthy, and must
 * not lose its traffic for that.
 */
export function openReadiness({ databaseUrl }: Pick<Environment, 'databaseUrl'>): {
  readiness: Readiness
  close(): Promise<void>
} {
  const db = createDatabase(databaseUrl, { max: 1 })
  return {
    readiness: {
      database: shared(async () => (await sql`select 1`.execute(db)).rows.length === 1),
      migrations: shared(async () => (await pendingMigrations(db)).length === 0),
      rights: shared(async () => {
        const { rows } = await sql<{ holds: boolean | null }>`
          select bool_and(has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')) as holds
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('public', 'directory', 'limits', 'pgboss') and c.relkind in ('r', 'p')`.execute(db)
        return rows[0]?.holds === true
      }),
    },
    close: () => db.destroy(),
  }
}

/** Those who ask while a check runs get its answer, so that many at once cost one. */
function shared(check: () => Promise<boolean>): () => Promise<boolean> {
  let running: Promise<boolean> | undefined
  return () =>
    (running ??= check().finally(() => {
      running = undefined
    }))
}
