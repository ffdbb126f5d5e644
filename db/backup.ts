import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { appRole, makeAppRole } from './app-role.ts'
import { migrateToLatest } from './migrate-to-latest.ts'

/** Why a backup or a restore is not complete, in words for an operator. */
export class BackupFault extends Error {
  override name = 'BackupFault'
}

type Counts = Record<string, number>

/** The file beside a backup that says how many rows each table had. */
const countsFile = (file: string) => `${file}.counts.json`

/**
 * Writes everything that the database holds at one moment to `file` (pg_dump's custom format), and beside it how many rows each
 * table has in that moment.
 * @param url the database as a role that bypasses row-level security; any other would silently leave out rows
 * @throws BackupFault
 */
export async function backUp(url: string, file: string): Promise<Counts> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ name: string; complete: boolean }>(
      'select rolname as name, rolsuper or rolbypassrls as complete from pg_roles where rolname = current_user',
    )
    if (!rows[0]?.complete)
      throw new BackupFault(
        `The role ${rows[0]?.name} is bound by row security, so a backup by it would lack rows. Use one with BYPASSRLS; README.md says how to make it.`,
      )
    await client.query('begin isolation level repeatable read read only')
    const exported = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
    const counts = await countRows(client)
    const half = `${file}.part`
    try {
      // Made here, since pg_dump would let every user of the machine read it.
      rmSync(half, { force: true })
      writeFileSync(half, '', { mode: 0o600 })
      await run(url, 'pg_dump', ['--format=custom', `--snapshot=${exported.rows[0]?.snapshot ?? ''}`, `--file=${half}`])
      writeFileSync(countsFile(file), `${JSON.stringify(counts, null, 2)}\n`, { mode: 0o600 })
      renameSync(half, file)
    } finally {
      rmSync(half, { force: true })
    }
    return counts
  })
}

/**
 * Fills an empty database from a backup in one transaction, compares the row counts, runs the newer migrations, and holds its
 * emails back until `npm run emails:release`.
 * @param url the empty database as the role that is to own the tables
 * @throws BackupFault; nothing was restored then, unless the message says otherwise
 */
export async function restore(url: string, file: string): Promise<Counts> {
  if (!existsSync(file) || !existsSync(countsFile(file)))
    throw new BackupFault(`${file} and ${countsFile(file)} are both needed.`)
  const expected = JSON.parse(readFileSync(countsFile(file), 'utf8')) as Counts
  await connected(url, async (client) => {
    if (Object.keys(await countRows(client)).length > 0)
      throw new BackupFault('This database is not empty. Restore into a new one, so that nothing is overwritten.')
    await makeAppRole(client).catch((error: unknown) => {
      throw new BackupFault(
        `The role ${appRole} is missing and could not be made (${String(error)}). Make it first, or the restored rights would be lost.`,
      )
    })
  })
  await run(url, 'pg_restore', ['--no-owner', '--single-transaction', '--exit-on-error', file])
  const counts = await connected(url, countAsOwner)
  const different = Object.keys({ ...expected, ...counts }).filter((name) => expected[name] !== counts[name])
  if (different.length > 0)
    throw new BackupFault(
      `Restored, but not whole: ${different.map((name) => `${name} has ${counts[name] ?? 0} of ${expected[name] ?? 0} rows`).join(', ')}.`,
    )
  await migrateToLatest(url)
  await connected(url, (client) =>
    client.query('insert into operations.email_hold (since) values (now()) on conflict do nothing'),
  )
  return counts
}

const ours = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`

/** The number of rows in every table that is not PostgreSQL's own; partitions count with their table. */
async function countRows(client: Client): Promise<Counts> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and ${ours} order by 1`,
  )
  if (tables.length === 0) return {}
  const each = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`)
  const { rows } = await client.query<{ name: string; rows: number }>(each.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/**
 * Counts as the owner of the tables. FORCE would hide every row from it, so it is switched off in a transaction that is rolled
 * back.
 */
async function countAsOwner(client: Client): Promise<Counts> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relforcerowsecurity and ${ours}`,
  )
  await client.query('begin')
  try {
    for (const { name } of rows) await client.query(`alter table ${name} no force row level security`)
    return await countRows(client)
  } finally {
    await client.query('rollback')
  }
}

/**
 * Runs one of PostgreSQL's programs on a database. The password is passed in the environment, which other users of the machine
 * cannot read.
 */
async function run(url: string, program: 'pg_dump' | 'pg_restore', args: string[]): Promise<void> {
  const bare = new URL(url)
  const password = decodeURIComponent(bare.password)
  bare.password = ''
  const child = spawn(program, [`--dbname=${bare.href}`, ...args], {
    env: { ...process.env, PGPASSWORD: password },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', () =>
      fail(new BackupFault(`${program} is not there. Install PostgreSQL's client programs (postgresql-client).`)),
    )
    child.once('close', done)
  })
  if (code !== 0) throw new BackupFault(`${program} failed:\n${words.trim()}`)
}

async function connected<Result>(connectionString: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
