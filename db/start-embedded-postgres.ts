import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { appRole, letAppRoleSignIn } from './app-role.ts'
import type { EmbeddedProcessOrder, EmbeddedProcessReport } from './embedded-process.ts'

export type EmbeddedPostgres = {
  /** Owns the database, may create roles and databases, and bypasses row-level security: for migrations and outside checks. */
  ownerUrl: string
  /** The role that the app uses. */
  appUrl: string
  /** Resolves when the server has stopped; a second call waits for the first. */
  stop(): Promise<void>
  /** Resolves when the server ended, on purpose or not. */
  ended: Promise<void>
}

type Options = {
  /** Created if missing. The cluster is in its folder `postgres/`. */
  dataDir: string
  /** Deletes `dataDir` at the end, and gives up safety against power cuts for speed. */
  temporary?: boolean
  /** A file that shows that the app is up; deleted when the app ends, also when it is killed. */
  readyFile?: string
  /** Receives messages for the terminal, such as where the data is. */
  say?: (line: string) => void
}

const owner = 'firstwin_owner'
const database = 'firstwin'
const projectDir = resolve(import.meta.dirname, '..')

/**
 * Starts PostgreSQL from the binaries in npm's packages on a free port of the loopback, in a process of its own that ends with this
 * one, with an owning role, the app's role and an empty database. Takes over the data that a killed run left behind.
 * @throws Error for the operator: the data is in use, there are no binaries for this machine, the server does not start
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const secrets = readSecrets(join(dataDir, 'postgres.secret.json'))
  const { temporary = false, readyFile } = options
  const order: EmbeddedProcessOrder = { projectDir, dataDir, temporary, readyFile, password: secrets.superuser }
  const child = fork(join(import.meta.dirname, 'embedded-process.ts'), {
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.send(order)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const { port, remarks } = await readiness(child)
  for (const remark of remarks) options.say?.(remark)
  // Neither the child nor its channel keeps this process running.
  child.unref()
  child.channel?.unref()

  const url = (user: string, password: string, name: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
  const stop = () => {
    if (child.connected) child.disconnect()
    child.ref()
    return ended
  }
  try {
    await prepare(url('postgres', secrets.superuser, 'postgres'), url(owner, secrets.owner, database), secrets)
  } catch (error) {
    await stop()
    throw error
  }
  return { ownerUrl: url(owner, secrets.owner, database), appUrl: url(appRole, secrets.app, database), stop, ended }
}

type Secrets = { superuser: string; owner: string; app: string }

function readSecrets(path: string): Secrets {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Secrets
  } catch {
    const fresh = () => randomBytes(18).toString('hex')
    const secrets = { superuser: fresh(), owner: fresh(), app: fresh() }
    writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 })
    renameSync(`${path}.new`, path)
    return secrets
  }
}

function readiness(child: ChildProcess) {
  return new Promise<Extract<EmbeddedProcessReport, { ready: unknown }>['ready']>((done, fail) => {
    child.once('message', (report: EmbeddedProcessReport) =>
      'ready' in report ? done(report.ready) : fail(new Error(report.failed)),
    )
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`The embedded PostgreSQL ended before it was ready (code ${code}).`)))
  })
}

async function prepare(superuserUrl: string, ownerUrl: string, secrets: Secrets) {
  await connected(superuserUrl, async (client) => {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [owner])
    if (!found.rowCount) await client.query(`create role ${owner}`)
    await client.query(`alter role ${owner} login createrole createdb bypassrls password '${secrets.owner}'`)
    const existing = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!existing.rowCount) await client.query(`create database ${database} owner ${owner}`)
  })
  await connected(ownerUrl, (client) => letAppRoleSignIn(client, secrets.app))
}

async function connected(connectionString: string, use: (client: Client) => Promise<void>) {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
