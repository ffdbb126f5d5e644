import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Environment } from '#app/kit/environment.server.ts'
import { createDatabase, endConnectionNow, openConnection } from '#db/connection.ts'
import { MigrationsHeld, migrateToLatest, pendingMigrations } from '#db/migrate-to-latest.ts'
import { findMissingNeeds } from '#db/find-missing-needs.ts'
import { isUnavailable } from '#db/is-unavailable.ts'

/** The database cannot be used; the message says what to do. */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault'
}

/**
 * What must hold before the app starts: UTF8, and every migration done. With `MIGRATION_DATABASE_URL` they are done now, one process
 * at a time, where its role may do so.
 * @throws DatabaseFault
 */
export async function prepareDatabase({ databaseUrl, migrationDatabaseUrl }: Environment): Promise<void> {
  await requireUtf8(migrationDatabaseUrl ?? databaseUrl)
  if (migrationDatabaseUrl) await migrateDatabase(migrationDatabaseUrl)
  await inWords(requireMigrations(databaseUrl))
}

/**
 * Brings the database to the newest migration, once its owning role has what that takes.
 * @throws DatabaseFault
 */
export async function migrateDatabase(migrationDatabaseUrl: string): Promise<void> {
  await inWords(requireOwner(migrationDatabaseUrl))
  await inWords(migrateToLatest(migrationDatabaseUrl))
}

/**
 * What a program opens on the prepared database. Its waits are limited one by one; this limits their sum.
 * @param patience in milliseconds
 * @throws DatabaseFault when the database stops answering meanwhile; what was begun ends with the process
 */
export async function openInTime<Opened>(opening: Promise<Opened>, patience = 30_000): Promise<Opened> {
  const over = new AbortController()
  const late = pause(patience, undefined, { signal: over.signal }).then(() => {
    throw new DatabaseFault(`The database did not answer within ${patience / 1000} seconds.`)
  })
  try {
    return await inWords(Promise.race([opening, late]))
  } finally {
    over.abort()
  }
}

async function inWords<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof MigrationsHeld) throw new DatabaseFault(error.message)
    throw isUnavailable(error) ? cannotBeReached(error) : error
  }
}

const cannotBeReached = (error: unknown) =>
  new DatabaseFault(
    `The database cannot be reached: ${error instanceof Error ? error.message || error.name : String(error)}`,
  )

async function requireMigrations(databaseUrl: string) {
  const db = createDatabase(databaseUrl, { max: 1 })
  try {
    const pending = await pendingMigrations(db)
    if (pending.length > 0) {
      throw new DatabaseFault(
        `The database lacks ${pending.length} migrations, the first is ${pending[0]}. Run \`npm run migrate\`, or set MIGRATION_DATABASE_URL.`,
      )
    }
  } finally {
    await db.destroy()
  }
}

/**
 * Reports missing rights of the owning role before a migration fails half way with PostgreSQL's own message.
 * @throws DatabaseFault
 */
async function requireOwner(migrationDatabaseUrl: string): Promise<void> {
  const client = await openConnection(migrationDatabaseUrl)
  try {
    const missing = await findMissingNeeds(client)
    if (missing.length > 0)
      throw new DatabaseFault(
        `The role of MIGRATION_DATABASE_URL cannot migrate.\n${missing.map((it) => `  ${it}`).join('\n')}`,
      )
  } finally {
    endConnectionNow(client)
  }
}

async function requireUtf8(url: string) {
  const db = createDatabase(url, { max: 1 })
  try {
    const { rows } = await sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(db)
    const encoding = rows[0]?.encoding
    if (encoding !== 'UTF8') throw new DatabaseFault(`The database is encoded in ${encoding}; Firstwin needs UTF8.`)
  } catch (error) {
    throw error instanceof DatabaseFault ? error : cannotBeReached(error)
  } finally {
    await db.destroy()
  }
}
