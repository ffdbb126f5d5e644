import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { signalProcess } from '#db/process-mark.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { withClient } from '#tests/harness/template.ts'
import { until } from './app-processes.ts'
import type { Cluster } from '#tests/backup/cluster.ts'

/** A server with its data and its socket in its own folder. */
type Server = Pick<Cluster, 'dir' | 'port'>

/** The server's processes: the postmaster first, then those that it started. */
function processesOf({ dir }: Server): number[] {
  const postmaster = Number(readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n', 1)[0])
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
  return [postmaster, ...children.split('\n').filter(Boolean).map(Number)]
}

function signal(server: Server, name: NodeJS.Signals) {
  for (const pid of processesOf(server)) signalProcess(pid, name)
}

/** Connections stay open without answers, as when the server's disk hangs. */
export const freeze = (server: Server) => signal(server, 'SIGSTOP')
export const thaw = (server: Server) => signal(server, 'SIGCONT')

/** Kills it, as when its machine loses power. Resolves when no process is left that would block a new start. */
export async function killServer(server: Server): Promise<void> {
  // Stopped first, so that it starts no further process.
  freeze(server)
  const processes = processesOf(server)
  signal(server, 'SIGKILL')
  await until(() => !processes.some(isAlive), 10, 'nothing is left of a killed server')
  // A new start would take the process id in these files for a running server until the parent has collected the process.
  for (const lock of ['data/postmaster.pid', `.s.PGSQL.${server.port}.lock`])
    rmSync(join(server.dir, lock), { force: true })
}

/** Whether a process is running; a zombie is not. */
function isAlive(pid: number): boolean {
  const status = join('/proc', String(pid), 'status')
  return existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, 'utf8'))
}

/**
 * A second server that follows the first one. The first one confirms a change only once the second has it on disk, so that a failover
 * loses nothing that was confirmed.
 */
export async function addReplica(primary: Cluster): Promise<Cluster & { promote(): Promise<void> }> {
  const [port, data] = [await freePort(), join(primary.dir, 'replica')]
  primary.as(
    join(primary.programs, 'pg_basebackup'),
    ...['--pgdata', data, '--write-recovery-conf', '--checkpoint=fast', '--wal-method=stream'],
    ...['--dbname', `${primary.urlFor('postgres', 'postgres')}?application_name=replica`],
  )
  appendFileSync(join(data, 'postgresql.conf'), `port = ${port}\n`)
  const control = (...args: string[]) => primary.as(join(primary.programs, 'pg_ctl'), '-w', '-D', data, ...args)
  const start = () => control('-l', join(primary.dir, 'replica-log'), 'start')
  const stop = () => control('-m', 'fast', 'stop')
  start()
  const urlFor = (role: string, database: string) => {
    const url = new URL(primary.urlFor(role, database))
    url.port = String(port)
    return url.href
  }
  await setting(primary.urlFor('postgres', 'postgres'), `synchronous_standby_names = '*'`)
  return {
    ...primary,
    ...{ port, urlFor, start, stop },
    async promote() {
      control('promote')
      // It has no replica of its own yet, so nothing may wait for one.
      await setting(urlFor('postgres', 'postgres'), `synchronous_standby_names = ''`)
    },
  }
}

const setting = (url: string, text: string) =>
  withClient(url, async (client) => {
    await client.query(`alter system set ${text}`)
    await client.query('select pg_reload_conf()')
  })
