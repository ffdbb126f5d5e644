import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { type Database, connectPatience, endConnectionNow, openConnection } from './connection.ts'
import * as plan from './migrations/2026-11-24-plan.ts'
import * as access from './migrations/2026-11-25-access.ts'
import * as schedule from './migrations/2026-11-25-schedule.ts'
import * as workspaceLooks from './migrations/2026-11-25-workspace-looks.ts'
import * as keptMessages from './migrations/2026-11-28-kept-messages.ts'
import * as apiKeys from './migrations/2026-11-28-api-keys.ts'
import * as securityChain from './migrations/2026-11-28-security-chain.ts'
import * as sessionDevices from './migrations/2026-11-28-session-devices.ts'
import * as signOn from './migrations/2026-11-28-sign-on.ts'
import * as emailHold from './migrations/2026-11-28-email-hold.ts'
import * as winWords from './migrations/2026-11-28-win-words.ts'
import * as unacceptedPeople from './migrations/2026-11-28-unaccepted-people.ts'
import * as undoRows from './migrations/2026-11-28-undo-rows.ts'
import * as planLooks from './migrations/2026-11-28-plan-looks.ts'
import * as retention from './migrations/2026-11-29-retention.ts'
import * as standingAgreements from './migrations/2026-11-29-standing-agreements.ts'
import * as passkeys from './migrations/2026-11-29-webauthn-passkeys.ts'
import * as writtenNames from './migrations/2026-11-29-written-names.ts'
import * as erasure from './migrations/2026-11-29-z-erasure.ts'
import * as erasureAsked from './migrations/2026-11-29-z-erasure-asked.ts'
import * as keptTasks from './migrations/2026-11-30-kept-tasks.ts'
import * as undoRights from './migrations/2026-11-30-undo-rights.ts'
import * as signInNetworks from './migrations/2026-11-30-z-sign-in-networks.ts'
import * as unreadableNotices from './migrations/2026-11-30-z-unreadable-notices.ts'
import * as eventData from './migrations/2026-12-01-event-data.ts'
import * as planEndings from './migrations/2026-12-01-plan-endings.ts'
import * as writtenAddresses from './migrations/2026-12-01-written-addresses.ts'
import * as accountLogo from './migrations/2026-12-02-account-logo.ts'
import * as stateBeforeWin from './migrations/2026-12-02-state-before-win.ts'
import * as receiptEvents from './migrations/2026-12-02-z-receipt-events.ts'
import * as taskOwner from './migrations/2026-12-03-task-owner.ts'
import * as comments from './migrations/2026-12-03-z-comments.ts'
import * as waitingNotices from './migrations/2026-12-03-z-waiting-notices.ts'
import * as workspaceChanges from './migrations/2026-12-03-z-workspace-changes.ts'
import * as questions from './migrations/2026-12-03-zz-questions.ts'
import * as taskDescription from './migrations/2026-12-04-task-description.ts'
import * as planSummaries from './migrations/2026-12-04-u-plan-summaries.ts'
import * as newestFirst from './migrations/2026-12-04-v-newest-first.ts'
import * as attachments from './migrations/2026-12-04-z-attachments.ts'
import * as milestoneEvidence from './migrations/2026-12-05-milestone-evidence.ts'
import * as answerTime from './migrations/2026-12-05-z-answer-time.ts'
import * as taskResults from './migrations/2026-12-06-task-results.ts'
import * as fileBucket from './migrations/2026-12-07-file-bucket.ts'
import * as undoneMoves from './migrations/2026-12-07-undone-moves.ts'
import * as promisedDates from './migrations/2026-12-08-promised-dates.ts'
import * as visits from './migrations/2026-12-08-visits.ts'
import * as managementNotes from './migrations/2026-12-09-z-management-notes.ts'
import * as victoryCards from './migrations/2026-12-09-victory-cards.ts'
import * as winLater from './migrations/2026-12-09-win-later.ts'
import { prepareQueues } from './prepare-queues.ts'

/** Frozen once landed: a change to the database is a new entry at the end, never an edit. */
const migrations = {
  '2026-11-24-plan': plan,
  '2026-11-25-access': access,
  '2026-11-25-schedule': schedule,
  '2026-11-25-workspace-looks': workspaceLooks,
  '2026-11-28-kept-messages': keptMessages,
  '2026-11-28-api-keys': apiKeys,
  '2026-11-28-security-chain': securityChain,
  '2026-11-28-session-devices': sessionDevices,
  '2026-11-28-sign-on': signOn,
  '2026-11-28-win-words': winWords,
  '2026-11-28-unaccepted-people': unacceptedPeople,
  '2026-11-28-email-hold': emailHold,
  '2026-11-28-undo-rows': undoRows,
  '2026-11-28-plan-looks': planLooks,
  '2026-11-29-retention': retention,
  '2026-11-29-standing-agreements': standingAgreements,
  '2026-11-29-webauthn-passkeys': passkeys,
  '2026-11-29-written-names': writtenNames,
  '2026-11-29-z-erasure': erasure,
  '2026-11-29-z-erasure-asked': erasureAsked,
  '2026-11-30-kept-tasks': keptTasks,
  '2026-11-30-undo-rights': undoRights,
  '2026-11-30-z-sign-in-networks': signInNetworks,
  '2026-11-30-z-unreadable-notices': unreadableNotices,
  '2026-12-01-event-data': eventData,
  '2026-12-01-plan-endings': planEndings,
  '2026-12-01-written-addresses': writtenAddresses,
  '2026-12-02-account-logo': accountLogo,
  '2026-12-02-state-before-win': stateBeforeWin,
  '2026-12-02-z-receipt-events': receiptEvents,
  '2026-12-03-task-owner': taskOwner,
  '2026-12-03-z-comments': comments,
  '2026-12-03-z-waiting-notices': waitingNotices,
  '2026-12-03-z-workspace-changes': workspaceChanges,
  '2026-12-03-zz-questions': questions,
  '2026-12-04-task-description': taskDescription,
  '2026-12-04-u-plan-summaries': planSummaries,
  '2026-12-04-v-newest-first': newestFirst,
  '2026-12-04-z-attachments': attachments,
  '2026-12-05-milestone-evidence': milestoneEvidence,
  '2026-12-05-z-answer-time': answerTime,
  '2026-12-06-task-results': taskResults,
  '2026-12-07-file-bucket': fileBucket,
  '2026-12-07-undone-moves': undoneMoves,
  '2026-12-08-promised-dates': promisedDates,
  '2026-12-08-visits': visits,
  '2026-12-09-victory-cards': victoryCards,
  '2026-12-09-win-later': winLater,
  '2026-12-09-z-management-notes': managementNotes,
}

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
