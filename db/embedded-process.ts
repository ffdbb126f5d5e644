import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findEmbeddedHome, giveFilesTo } from './embedded-home.ts'
import type { EmbeddedHome } from './embedded-home.ts'
import { isAlive, isSameProcess, processMark, signalProcess } from './process-mark.ts'

/**
 * The small process that runs the embedded PostgreSQL. It is detached, so that Ctrl-C in a terminal does not reach the server while
 * requests are still in progress, and it ends when its parent ends in any way, because their channel closes then.
 */
export type EmbeddedProcessOrder = {
  projectDir: string
  dataDir: string
  temporary: boolean
  password: string
  readyFile: string | undefined
}
export type EmbeddedProcessReport = { ready: { port: number; dir: string; remarks: string[] } } | { failed: string }

/** Safe if the data matters, fast if it is deleted at the end anyway. */
const settings = {
  kept: ['synchronous_commit=on'],
  temporary: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=1GB'],
}

const pidFile = (home: EmbeddedHome) => join(home.dir, 'cluster', 'postmaster.pid')

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

function makeCluster(home: EmbeddedHome, password: string) {
  const cluster = join(home.dir, 'cluster')
  // A data folder that was deleted and created again has another password: its old files elsewhere are no longer used.
  const stamp = join(home.dir, 'cluster.sha256')
  const hash = createHash('sha256').update(password).digest('hex')
  const abandoned = home.elsewhere && existsSync(stamp) && readFileSync(stamp, 'utf8') !== hash
  if (abandoned) rmSync(cluster, { recursive: true, force: true })
  if (existsSync(cluster)) return
  writeFileSync(stamp, hash, { mode: 0o600 })
  // Renamed when complete, so that a process killed halfway leaves nothing that looks like a cluster.
  const half = `${cluster}.new`
  const secret = join(home.dir, 'initdb.secret')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  giveFilesTo(home.user, half)
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  giveFilesTo(home.user, secret)
  const flags = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
  ]
  const made = spawnSync(join(home.binaries, 'bin', 'initdb'), [`--pgdata=${half}`, ...flags, '--no-sync'], {
    ...home.user,
    cwd: '/',
    encoding: 'utf8',
  })
  rmSync(secret, { force: true })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
  renameSync(half, cluster)
}

/** Stops a server that an earlier run left behind on our cluster. Refuses while that run is still going. */
async function stopOrphan(home: EmbeddedHome) {
  const holder = readJson<{ parent: string }>(join(home.dir, 'holder.json'))
  if (holder && isSameProcess(holder.parent) && holder.parent !== processMark(process.ppid)) {
    throw new Error(
      `Firstwin already runs on this data (process ${holder.parent.split(':')[0]}). Stop it first, or set DEMO_DATA_DIR.`,
    )
  }
  const pid = postmaster(home)
  if (pid === undefined) return
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    signalProcess(pid, signal)
    for (let i = 0; i < seconds * 20 && isAlive(pid); i++) await pause(50)
    if (!isAlive(pid)) return
  }
  throw new Error(`A PostgreSQL server of an earlier run (process ${pid}) does not stop.`)
}

/** The running server of our cluster according to its pid file, whose second line names its data folder. */
function postmaster(home: EmbeddedHome): number | undefined {
  const [pid, dir] = existsSync(pidFile(home)) ? readFileSync(pidFile(home), 'utf8').split('\n') : []
  const id = Number(pid)
  if (!id || dir !== join(home.dir, 'cluster') || !isAlive(id)) return undefined
  // Another program can have the same process id after a restart of the machine.
  const name = spawnSync('ps', ['-o', 'args=', '-p', String(id)], { encoding: 'utf8' }).stdout ?? ''
  return name === '' || name.includes('postgres') ? id : undefined
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return undefined
  }
}

async function startServer(home: EmbeddedHome, temporary: boolean): Promise<{ server: ChildProcess; port: number }> {
  const log = join(home.dir, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
    const flags = [...options, ...settings[temporary ? 'temporary' : 'kept']].flatMap((option) => ['-c', option])
    const out = openSync(log, 'w')
    const server = spawn(join(home.binaries, 'bin', 'postgres'), ['-D', join(home.dir, 'cluster'), ...flags], {
      ...home.user,
      cwd: '/',
      stdio: ['ignore', out, out],
    })
    closeSync(out)
    let ended = false
    server.once('error', () => (ended = true)).once('exit', () => (ended = true))
    for (;;) {
      const [pid, , , , , , , status] = existsSync(pidFile(home)) ? readFileSync(pidFile(home), 'utf8').split('\n') : []
      if (Number(pid) === server.pid && status?.trim() === 'ready') return { server, port }
      if (ended) break
      await pause(20)
    }
    // Processes of a killed server keep its shared memory for a moment, and another program may take the port before it is used.
    if (attempt === 5) throw new Error(`PostgreSQL did not start: ${readFileSync(log, 'utf8').slice(-2000)}`)
    await pause(500)
  }
}

async function stopServer(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGINT')
  const hard = setTimeout(() => server.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(hard)
}

async function keep(order: EmbeddedProcessOrder) {
  const report = (message: EmbeddedProcessReport) => process.connected && process.send?.(message)
  const wanted = new Promise<void>((done) => {
    process.once('disconnect', done)
    process
      .on('SIGTERM', () => done())
      .on('SIGINT', () => undefined)
      .on('SIGHUP', () => undefined)
  })
  const home = await findEmbeddedHome(order.projectDir, order.dataDir)
  await stopOrphan(home)
  const holder = join(home.dir, 'holder.json')
  const mark = processMark(process.ppid)
  writeFileSync(holder, JSON.stringify({ parent: mark }))
  makeCluster(home, order.password)
  const { server, port } = await startServer(home, order.temporary)
  report({ ready: { port, dir: home.dir, remarks: home.remarks } })
  await Promise.race([wanted, new Promise((done) => server.once('exit', done))])
  // Before the server stops, and so before the next process can write its own.
  if (order.readyFile) rmSync(order.readyFile, { force: true })
  await stopServer(server)
  // The next process may have taken over in the meantime; its mark stays.
  if (readJson<{ parent: string }>(holder)?.parent === mark) rmSync(holder, { force: true })
  if (order.temporary) for (const dir of [home.dir, order.dataDir]) rmSync(dir, { recursive: true, force: true })
}

try {
  // Not on the command line, which every user of the machine can read.
  await keep(await new Promise<EmbeddedProcessOrder>((done) => process.once('message', done)))
  process.exit(0)
} catch (error) {
  const failed = error instanceof Error ? error.message : String(error)
  if (process.connected) process.send?.({ failed } satisfies EmbeddedProcessReport, () => process.exit(1))
  else process.exit(1)
}
