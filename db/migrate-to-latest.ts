import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { type Database, connectPatience, endConnectionNow, openConnection } from './connection.ts'
import { migrations } from './migrations.ts'
import { prepareQueues } from './prepare-queues.ts'

/**
 * How long a migration waits for a table. What comes after it waits as well, and the app's statements give up after three seconds; and
 * PostgreSQL looks for a deadlock after one.
 */
const lockPatience = 900

/** Each waits a moment for tables in use, then gives way (`untilUnlocked`). */
const provider: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve(
      Object.fromEntries(
        Object.entries(migrations).map(([name, { up }]) => [
          name,
          {
            up: async (db: Kysely<unknown>) => {
              await sql.raw(`set local lock_timeout = ${lockPatience}`).execute(db)
              await up(db)
            },
          },
        ]),
      ),
    ),
}

/** An arbitrary number that all processes of the product agree on. */
const migrationLock = 727_000

const migratorOf = (db: Kysely<unknown>) => new Migrator({ db, provider, migrationTableSchema: 'migrations' })

/** Another process holds the lock of the migrations, or a table, and does not let go; the message says what to do. */
export class MigrationsHeld extends Error {
  override name = 'MigrationsHeld'
}

type Patience = {
  /** How long another process may migrate before this one gives up. */
  forOthers: number
  /** How long a table that a migration changes may be in use, such as by a backup. */
  forTables: number
  /** How long the server is not asked whether it still answers. */
  betweenChecks: number
}

/** In milliseconds. */
const usualPatience: Patience = { forOthers: 10 * 60_000, forTables: 10 * 60_000, betweenChecks: 2_000 }

/**
 * Brings the database at `ownerUrl` to the newest migration, its job queues included. Many processes may call it at once: one
 * migrates, the others wait. It changes nothing if there is nothing to do, also where a newer version has migrated: its migrations only
 * add. Each migration is a transaction of its own, so that none keeps tables from the app for longer than it needs them itself; it may
 * take as long as it needs while the server answers.
 * @param until an earlier migration to stop at, for tests of those after it
 * @throws Error when a migration fails; PostgreSQL has then rolled it back
 * @throws Error for which `isUnavailable` holds, when the server stops answering
 * @throws MigrationsHeld
 */
export async function migrateToLatest(
  ownerUrl: string,
  { until, patience = usualPatience }: { until?: keyof typeof migrations; patience?: Patience } = {},
): Promise<void> {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 3,
    options: '-c row_security=off',
    keepAlive: true,
    connectionTimeoutMillis: connectPatience,
  })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const lock = await openConnection(ownerUrl)
  try {
    await takeLock(lock, patience.forOthers)
    await whileAnswering(lock, pool, patience.betweenChecks, async () => {
      await migrateEach(db, patience.forTables, until)
      await sql`grant usage on schema migrations to firstwin_app`.execute(db)
      await sql`grant select on all tables in schema migrations to firstwin_app`.execute(db)
      await prepareJobs(pool)
      await sql`grant usage on schema pgboss to firstwin_app`.execute(db)
      await sql`grant select, insert, update, delete on all tables in schema pgboss to firstwin_app`.execute(db)
      await sql`grant usage, select on all sequences in schema pgboss to firstwin_app`.execute(db)
      await sql`grant execute on all functions in schema pgboss to firstwin_app`.execute(db)
    })
  } finally {
    // The server lets go of the lock with the connection that holds it.
    endConnectionNow(lock)
    await db.destroy()
  }
}

async function migrateEach(db: Kysely<unknown>, patience: number, until?: string) {
  const migrator = migratorOf(db)
  for (const { name, executedAt } of await migrator.getMigrations()) {
    if (!executedAt)
      await untilUnlocked(name, patience, async () => {
        const { error } = await migrator.migrateTo(name)
        if (error) throw error
      })
    if (name === until) return
  }
}

/** SQLSTATEs of a table that is in use: the wait for its lock is over, or it would never end. */
const isInUse = (error: unknown) =>
  error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '40P01')

/**
 * Tries a migration again while a table that it changes is in use. If it waited at that table instead, so would every page that
 * asks for it later.
 * @throws MigrationsHeld
 */
async function untilUnlocked(name: string, patience: number, migrate: () => Promise<void>) {
  for (const began = performance.now(); ; await pause(lockPatience))
    try {
      await migrate()
      return
    } catch (error) {
      if (!isInUse(error)) throw error
      if (performance.now() - began > patience)
        throw new MigrationsHeld(
          `A table that the migration ${name} changes has been in use for over ${patience / 60_000} minutes, such as by a backup. Migrate again when that has ended.`,
        )
    }
}

/** Asks again and again, since one statement that waits could not tell a lock from a server that is frozen. */
async function takeLock(client: pg.Client, patience: number) {
  for (const began = performance.now(); ; await pause(100)) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [migrationLock])
    if (rows[0]?.taken) return
    if (performance.now() - began > patience)
      throw new MigrationsHeld(
        `Another process has been migrating this database for over ${patience / 60_000} minutes. Wait until it has ended, or end it.`,
      )
  }
}

/**
 * Works on `pool` while the server answers on `client`. A server that is frozen or gone does not end the statements under way, so
 * their connections are cut then.
 * @throws Error what `client` was told
 */
async function whileAnswering(client: pg.Client, pool: pg.Pool, betweenChecks: number, work: () => Promise<void>) {
  const connections = new Set<pg.PoolClient>()
  pool.on('connect', (made) => {
    connections.add(made)
    // One that breaks during a transaction emits an error besides its query's.
    made.on('error', () => undefined)
  })
  const over = new AbortController()
  const answering = async () => {
    for (;;) {
      await pause(betweenChecks, undefined, { signal: over.signal })
      await client.query('select 1')
    }
  }
  try {
    await Promise.race([work(), answering()])
  } catch (error) {
    for (const { connection } of connections) connection.stream.destroy()
    throw error
  } finally {
    over.abort()
  }
}

async function prepareJobs(pool: pg.Pool): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {
    // Each failure also rejects the call that caused it.
  })
  await boss.start()
  try {
    await prepareQueues(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** The migrations that this code has and the database has not run yet; read with the app's own role. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('migrations.kysely_migration') is not null as there`.execute(db)
  if (!tables[0]?.there) return Object.keys(migrations)
  const { rows } = await sql<{ name: string }>`select name from migrations.kysely_migration`.execute(db)
  const done = new Set(rows.map((row) => row.name))
  return Object.keys(migrations).filter((name) => !done.has(name))
}
