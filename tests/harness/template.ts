import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { appRole, letAppRoleSignIn } from '#db/app-role.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'

/** What a suite needs to know to clone databases; plain data, so that it can be handed to other processes. */
export type TemplateServer = {
  /** The owning role on the server; of any database there. */
  serverUrl: string
  template: string
  /** Where a pooler in front of the same server listens, as in `npm run pooler:try`. */
  poolerPort: string | undefined
  /** Distinguishes the databases of this run from others on the same server. */
  run: string
}

/** The same server, another database, or another role. */
export function urlOf(serverUrl: string, database: string, role?: { name: string; password: string }): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  if (role) [url.username, url.password] = [role.name, role.password]
  return url.href
}

/** Known to every run on the same server, so that runs side by side do not lock each other out. */
export const appRoleOf = (serverUrl: string) => ({
  name: appRole,
  password: createHash('sha256').update(new URL(serverUrl).password).digest('hex').slice(0, 32),
})

/**
 * Makes the migrated database that all test databases are copies of, once for each state of the migrations. Afterwards it is
 * closed to connections: one with any open connection cannot be cloned.
 */
export async function prepareTemplate(serverUrl: string): Promise<TemplateServer> {
  const template = `firstwin_template_${hashOfMigrations()}`
  await withClient(serverUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('firstwin template'))`)
    const { rows } = await client.query<{ closed: boolean }>(
      'select not datallowconn as closed from pg_database where datname = $1',
      [template],
    )
    if (rows[0]?.closed) return
    await client.query(`drop database if exists ${template}`)
    await client.query(`create database ${template} template template0 encoding 'UTF8' locale 'C.UTF-8'`)
    const { name, password } = appRoleOf(serverUrl)
    await letAppRoleSignIn(client, password)
    // So that databases with connections still open can be dropped at the end.
    await client.query(`grant ${name} to current_user`)
    await client.query(`grant connect on database ${template} to ${name}`)
    await migrateToLatest(urlOf(serverUrl, template))
    await client.query(`alter database ${template} allow_connections false`)
  })
  const poolerPort = process.env.TEST_POOLER_PORT
  return { serverUrl, template, poolerPort, run: randomBytes(4).toString('hex') }
}

function onPort(url: string, port: string | undefined): string {
  if (port === undefined) return url
  const other = new URL(url)
  other.port = port
  return other.href
}

let clones = 0

export type Clone = {
  /** The owning role's. */
  ownerUrl: string
  /** The app's role, through the pooler where one is tried. */
  appUrl: string
  /** The app's role without a pooler, which carries no announcements. */
  listenUrl: string
  drop(): Promise<void>
}

/** Copies the template; about 50 ms. The caller drops it. */
export async function cloneTemplate(server: TemplateServer): Promise<Clone> {
  const name = `firstwin_test_${server.run}_${process.pid}_${++clones}`
  await withClient(server.serverUrl, (client) => client.query(`create database ${name} template ${server.template}`))
  const listenUrl = urlOf(server.serverUrl, name, appRoleOf(server.serverUrl))
  return {
    ownerUrl: urlOf(server.serverUrl, name),
    appUrl: onPort(listenUrl, server.poolerPort),
    listenUrl,
    drop: () => dropDatabase(server.serverUrl, name),
  }
}

const insufficientPrivilege = '42501'

/** Drops a database and ends its connections; waits for autovacuum, which only the server may end. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    for (let tries = 1; ; tries++)
      try {
        await client.query(`drop database if exists ${name} with (force)`)
        return
      } catch (error) {
        const isBusy = error instanceof DatabaseError && error.code === insufficientPrivilege && tries < 40
        if (!isBusy) throw error
        await pause(250)
      }
  })
}

function hashOfMigrations(): string {
  const db = resolve(import.meta.dirname, '../../db')
  const hash = createHash('sha256')
  for (const name of readdirSync(db, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/^(migrations\/.*|migrate|queues|app-role)\.ts$/.test(name))
      hash.update(name).update(readFileSync(join(db, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

export async function withClient<T>(connectionString: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
