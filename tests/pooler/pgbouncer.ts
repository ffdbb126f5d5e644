import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { requirePackage } from '#tests/harness/debian-package.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { appRoleOf, withClient } from '#tests/harness/template.ts'

/**
 * PgBouncer in transaction mode, on the loopback, in front of a server: each transaction may get another connection, so session
 * state is lost. The app's role and the owning role may connect through it.
 * @param serverUrl of the owning role
 */
export async function startPgBouncer(serverUrl: string): Promise<{ port: number; stop(): Promise<void> }> {
  const program = requirePackage('/usr/sbin/pgbouncer', 'pgbouncer')
  const server = new URL(serverUrl)
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'firstwin-pgbouncer-'))
  const role = appRoleOf(serverUrl)
  writeFileSync(join(dir, 'users.txt'), `"${role.name}" "${role.password}"\n`)
  writeFileSync(
    join(dir, 'pgbouncer.ini'),
    [
      '[databases]',
      `* = host=${server.hostname} port=${server.port || '5432'}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${join(dir, 'users.txt')}`,
      'pool_mode = transaction',
      'default_pool_size = 10',
      'max_client_conn = 1000',
      // Each file of tests has a database of its own; its connections close soon afterwards.
      'server_idle_timeout = 5',
      // A connection to a dropped database fails at once instead of after two minutes.
      'query_wait_timeout = 10',
      `logfile = ${join(dir, 'log')}`,
      '',
    ].join('\n'),
  )
  // PgBouncer does not run as root.
  const isRoot = process.getuid?.() === 0
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  if (isRoot) {
    for (const path of [dir, join(dir, 'users.txt'), join(dir, 'pgbouncer.ini')])
      chownSync(path, idOf('-u'), idOf('-g'))
    chmodSync(dir, 0o700)
  }
  const user = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  const child = spawn(program, ['-q', join(dir, 'pgbouncer.ini')], { ...user, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await untilAnswers(`postgres://${role.name}:${role.password}@127.0.0.1:${port}/postgres`)
  return {
    port,
    async stop() {
      child.kill('SIGINT')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** @throws the last failure after ten seconds */
async function untilAnswers(url: string): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await withClient(url, (client) => client.query('select 1').then(() => undefined))
    } catch (error) {
      if (tries === 50) throw error
      await pause(200)
    }
}
