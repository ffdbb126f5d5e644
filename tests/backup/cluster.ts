import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#tests/harness/free-port.ts'
import { withClient } from '#tests/harness/template.ts'

/** The folder of the system's PostgreSQL that has both server and pg_dump: the embedded one has no pg_dump. */
function findPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [process.env.PG_BIN ?? '', ...versions.map((version) => join(debian, version, 'bin'))]
  const found = places.find((place) => ['initdb', 'pg_ctl', 'pg_dump'].every((name) => existsSync(join(place, name))))
  if (!found) throw new Error('PostgreSQL with its client programs is needed; name its folder in PG_BIN.')
  return found
}

export type Cluster = { programs: string; urlFor(role: string, database: string): string; stop(): void }

const password = 'only-for-this-try'

/**
 * A server of its own on the loopback, with an owning role as in production (it passes no row security by), a backup role, and the
 * empty database `firstwin`. PostgreSQL does not run as root, so root gives it to the user `postgres`.
 */
export async function startCluster(): Promise<Cluster> {
  const programs = findPrograms()
  const dir = mkdtempSync(join(tmpdir(), 'firstwin-backup-'))
  const isRoot = process.getuid?.() === 0
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const user = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (isRoot) chownSync(dir, idOf('-u'), idOf('-g'))
  const as = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, { ...user, cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] })
  const data = join(dir, 'data')
  const port = await freePort()
  as('initdb', `--pgdata=${data}`, '--encoding=UTF8', '--locale=C.UTF-8', '--username=postgres', '--auth=trust')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${dir}`
  as('pg_ctl', '-w', '-D', data, '-o', options, '-l', join(dir, 'log'), 'start')
  const urlFor = (role: string, database: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  await withClient(urlFor('postgres', 'postgres'), async (client) => {
    await client.query(`create role firstwin_owner login createrole password '${password}'`)
    await client.query(`create role firstwin_backup login bypassrls password '${password}'`)
    await client.query('grant pg_read_all_data to firstwin_backup')
    await client.query('create database firstwin owner firstwin_owner')
  })
  return {
    programs,
    urlFor,
    stop() {
      as('pg_ctl', '-w', '-m', 'immediate', '-D', data, 'stop')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
