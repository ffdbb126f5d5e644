import { execFileSync } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#tests/harness/free-port.ts'
import { withClient } from '#tests/harness/template.ts'

/** The folder of the system's PostgreSQL that has both server and pg_dump: the embedded one has no pg_dump. */
export function findPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [process.env.PG_BIN ?? '', ...versions.map((version) => join(debian, version, 'bin'))]
  const found = places.find((place) => ['initdb', 'pg_ctl', 'pg_dump'].every((name) => existsSync(join(place, name))))
  if (!found) throw new Error('PostgreSQL with its client programs is needed; name its folder in PG_BIN.')
  return found
}

export type Cluster = {
  /** The folder of PostgreSQL's programs. */
  programs: string
  /** A folder of its own, which the server's user may write to; the data is in `data` below it. */
  dir: string
  port: number
  urlFor(role: string, database: string): string
  /** Runs a program as the server's user. */
  as(program: string, ...args: string[]): void
  start(): void
  stop(): void
  /** Stops it and removes all of it. */
  remove(): void
}

const password = 'only-for-this-try'

/** PostgreSQL does not run as root: root runs it as the user `postgres`, everyone else as themselves. */
export function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Makes what an installation has before its first migration: the owning role, to which row security applies, the backup role, the database. */
export const prepareServer = (superuserUrl: string) =>
  withClient(superuserUrl, async (client) => {
    await client.query(`create role firstwin_owner login createrole password '${password}'`)
    await client.query(`create role firstwin_backup login bypassrls password '${password}'`)
    await client.query('grant pg_read_all_data to firstwin_backup')
    await client.query('create database firstwin owner firstwin_owner')
  })

/**
 * A server of its own on the loopback, with an owning role as in production, a backup role, and the empty database `firstwin`.
 * @param settingsIn lines for postgresql.conf, given the folder
 */
export async function startCluster(settingsIn: (dir: string) => string = () => ''): Promise<Cluster> {
  const programs = findPrograms()
  const dir = mkdtempSync(join(tmpdir(), 'firstwin-backup-'))
  const user = serverUser()
  if (user.uid !== undefined && user.gid !== undefined) chownSync(dir, user.uid, user.gid)
  const as = (program: string, ...args: string[]) =>
    void execFileSync(program, args, { ...user, cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] })
  const data = join(dir, 'data')
  const port = await freePort()
  const initdb = ['--encoding=UTF8', '--locale=C.UTF-8', '--username=postgres', '--auth=trust']
  as(join(programs, 'initdb'), `--pgdata=${data}`, ...initdb)
  const address = `port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '${dir}'\n`
  appendFileSync(join(data, 'postgresql.conf'), `${address}${settingsIn(dir)}\n`)
  const control = (...args: string[]) => as(join(programs, 'pg_ctl'), '-w', '-D', data, ...args)
  const start = () => control('-l', join(dir, 'log'), 'start')
  const stop = () => control('-m', 'fast', 'stop')
  start()
  const urlFor = (role: string, database: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  await prepareServer(urlFor('postgres', 'postgres'))
  const remove = () => {
    try {
      stop()
    } catch {
      // It is not running.
    }
    rmSync(dir, { recursive: true, force: true })
  }
  return { programs, dir, port, urlFor, as, start, stop, remove }
}
