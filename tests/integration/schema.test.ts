import { randomBytes } from 'node:crypto'
import { loadModule } from 'libpg-query'
import { Client } from 'pg'
import { expect, inject, test, vi } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { generateTypes } from '#db/generate-types.ts'
import { MigrationsHeld, migrateToLatest } from '#db/migrate-to-latest.ts'
import { writeRowSecurity } from '#db/write-row-security.ts'
import { freshDatabase, testDatabase } from '#tests/harness/database.ts'
import { dropDatabase, urlOf, withClient } from '#tests/harness/template.ts'
import { faultsOfMigration } from '#tests/structure/migration-rules.ts'

test('db/schema.ts is what the migrations make', async () => {
  const { ownerUrl } = await testDatabase()
  expect(() => generateTypes(ownerUrl, { verify: true })).not.toThrow()
})

test('db/row-security.sql lists the policies and grants that the migrations make', async () => {
  const { ownerUrl } = await testDatabase()
  await expect(writeRowSecurity(ownerUrl, { verify: true })).resolves.toBeUndefined()
})

/** Functions run as the owner, who is also bound by row security to the rows of the current workspace. */
async function worksOnOwnRows(client: Client) {
  const [workspace, person] = [newId(), newId()]
  await client.query('begin')
  await client.query(`set local app.workspace = '${workspace}'`)
  await client.query(
    `insert into workspace (workspace_id, name, time_zone, vendor_calendar, customer_calendar, created_at)
     values ($1, 'Brightline', 'UTC', '{}', '{}', now())`,
    [workspace],
  )
  await client.query(
    `insert into member (workspace_id, id, email, name, roles, created_at, erased_at)
     values ($1, $2, 'otto@brightline.example', 'Otto Falk', '{rep}', now(), now())`,
    [workspace, person],
  )
  await client.query(
    `insert into security_event (workspace_id, id, at, kind, person_id, person_name, detail)
     values ($1, $3, now() - interval '3 years', 'signed in', null, null, '{}'), ($1, $2, now(), 'signed in', $2, 'Otto Falk', '{}')`,
    [workspace, person, newId()],
  )
  await client.query('select operations.erase_person($1)', [person])
  const { rows } = await client.query('select operations.shorten_security_log(null)::int as deleted')
  expect(rows).toEqual([{ deleted: 1 }])
  const left = await client.query('select person_name as name from security_event union select name from member')
  expect(left.rows).toEqual([{ name: 'Former member' }])
  await client.query('rollback')
}

/** The statements sent to PostgreSQL while `work` runs, with their values. */
async function askedWhile(work: () => Promise<void>): Promise<{ text: string; values: unknown[] }[]> {
  const asked: { text: string; values: unknown[] }[] = []
  const query: (...args: unknown[]) => unknown = Client.prototype.query
  const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
    const [text, values] = args
    if (typeof text === 'string') asked.push({ text, values: Array.isArray(values) ? values : [] })
    return query.apply(this, args)
  })
  await work().finally(() => spy.mockRestore())
  return asked
}

/** How the migrator notes that a migration is done. */
const notes = 'insert into "migrations"."kysely_migration"'

/** The last migration before the rules of tests/structure/migration-rules.ts; older ones are frozen. */
const lastBefore = '2026-12-01-written-addresses'

/** Migrations that break a rule on purpose, with the reason why no process of the build before fails on it. */
const onPurpose: Record<string, string> = {}

/** What migrations break, by name: the migrator notes each one behind its last statement. */
async function faultsByMigration(asked: { text: string; values: unknown[] }[]): Promise<Record<string, string[]>> {
  await loadModule()
  const found: Record<string, string[]> = {}
  let calls: string[] = []
  for (const { text, values } of asked) {
    if (!text.startsWith(notes)) {
      calls.push(text)
      continue
    }
    const name = String(values[0])
    const faults = name > lastBefore && !(name in onPurpose) ? calls.flatMap(faultsOfMigration) : []
    if (faults.length > 0) found[name] = faults
    calls = []
  }
  return found
}

test('the migrations run as an owner that may only make roles, and passes no row security by', async () => {
  const { serverUrl } = inject('templateServer')
  const name = `firstwin_plain_${randomBytes(4).toString('hex')}`
  await withClient(serverUrl, async (client) => {
    await client.query(`create role ${name} login createrole password 'plain'`)
    await client.query(`grant ${name} to current_user`)
    await client.query(`create database ${name} owner ${name} template template0 encoding 'UTF8'`)
  })
  try {
    const ownerUrl = urlOf(serverUrl, name, { name, password: 'plain' })
    const asked = await askedWhile(() => migrateToLatest(ownerUrl))
    expect(asked.filter(({ text }) => text.startsWith(notes)).length).toBeGreaterThan(25)
    await withClient(ownerUrl, worksOnOwnRows)
    expect(await faultsByMigration(asked)).toEqual({})
  } finally {
    await dropDatabase(serverUrl, name)
    await withClient(serverUrl, (client) => client.query(`drop role ${name}`))
  }
})

test('one process migrates at a time: others wait for it, and one that waits for too long says so', async () => {
  const { ownerUrl } = await freshDatabase()
  const patience = { forOthers: 300, forTables: 300, betweenChecks: 2_000 }
  await withClient(ownerUrl, async (client) => {
    // As a process does that migrates.
    await client.query('select pg_advisory_lock(727000)')
    await expect(migrateToLatest(ownerUrl, { patience })).rejects.toThrow(MigrationsHeld)
    let isDone = false
    const waiting = migrateToLatest(ownerUrl).then(() => (isDone = true))
    await client.query('select pg_sleep(0.5)')
    expect(isDone).toBe(false)
    await client.query('select pg_advisory_unlock(727000)')
    await waiting
  })
})

/** A database that lacks the last two migrations, which change the tables `milestone` and `workspace`. */
async function beforeTheLastTwo(use: (ownerUrl: string) => Promise<void>) {
  const { serverUrl } = inject('templateServer')
  const name = `firstwin_behind_${randomBytes(4).toString('hex')}`
  await withClient(serverUrl, (client) =>
    client.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`),
  )
  try {
    await migrateToLatest(urlOf(serverUrl, name), { until: '2026-12-04-z-attachments' })
    await use(urlOf(serverUrl, name))
  } finally {
    await dropDatabase(serverUrl, name)
  }
}

const isDone = (client: Client, migration: string) =>
  client
    .query('select 1 from migrations.kysely_migration where name = $1', [migration])
    .then(({ rowCount }) => rowCount === 1)

const isWaiting = (client: Client, relation: string) =>
  client
    .query('select 1 from pg_locks where not granted and relation = to_regclass($1)', [relation])
    .then(({ rowCount }) => rowCount === 1)

test('a migration gives way while its table is in use, so pages that read it do not wait for the backup too', async () => {
  await beforeTheLastTwo((ownerUrl) =>
    withClient(ownerUrl, async (backup) => {
      await backup.query('begin; lock table workspace in access share mode')
      const migrated = migrateToLatest(ownerUrl)
      await withClient(ownerUrl, async (page) => {
        await expect.poll(() => isWaiting(page, 'workspace')).toBe(true)
        expect(await isDone(page, '2026-12-05-milestone-evidence'), 'the one before has let go of its table').toBe(true)
        await page.query(`set lock_timeout = '3s'`)
        await page.query('select 1 from milestone, workspace')
        await backup.query('rollback')
        await migrated
        expect(await isDone(page, '2026-12-05-z-answer-time')).toBe(true)
      })
    }),
  )
})

test('a migration whose table is in use for too long says so', async () => {
  const patience = { forOthers: 300, forTables: 300, betweenChecks: 2_000 }
  await beforeTheLastTwo((ownerUrl) =>
    withClient(ownerUrl, async (backup) => {
      await backup.query('begin; lock table workspace in access share mode')
      await expect(migrateToLatest(ownerUrl, { patience })).rejects.toThrow(
        'A table that the migration 2026-12-05-z-answer-time changes has been in use',
      )
    }),
  )
})

test('a version that was gone back to starts on what a newer one has migrated', async () => {
  const { ownerUrl } = await freshDatabase()
  await withClient(ownerUrl, (client) =>
    client.query(`insert into migrations.kysely_migration (name, timestamp) values ('2999-01-01-newer', now()::text)`),
  )
  await expect(migrateToLatest(ownerUrl)).resolves.toBeUndefined()
})
