import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPrograms, prepareServer, serverUser } from '#tests/backup/cluster.ts'
import { requirePackage } from '#tests/harness/debian-package.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { withClient } from '#tests/harness/template.ts'
import { until } from './app-processes.ts'
import { freeze, killServer, thaw } from './postgres.ts'

type Node = {
  name: string
  dir: string
  port: number
  restPort: number
  run: () => ChildProcess
  patroni: ChildProcess
}

/** How long a primary that is silent stays the primary, in seconds. Patroni allows no less. */
const leaseSeconds = 20

/**
 * PostgreSQL as an operator would run it for failover, on the loopback: two servers under Patroni, which agrees in a cluster of three
 * etcd processes on who is the primary, and HAProxy, which leads every connection to that one. A change is confirmed once the second
 * server has it (`synchronous_mode`). Everything runs in a folder of its own, from Debian's packages.
 */
export async function startPatroni() {
  const programs = findPrograms()
  const etcdProgram = requirePackage('/usr/bin/etcd', 'etcd-server')
  const patroniProgram = requirePackage('/usr/bin/patroni', 'patroni', 'python3-etcd')
  const haproxyProgram = requirePackage('/usr/sbin/haproxy', 'haproxy')
  const user = serverUser()
  const dir = mkdtempSync(join(tmpdir(), 'firstwin-patroni-'))
  const own = (path: string) => {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
  }
  own(dir)
  const running = new Set<ChildProcess>()
  const launch = (name: string, program: string, args: string[]) => {
    const log = openSync(join(dir, `${name}.log`), 'a')
    const child = spawn(program, args, { ...user, cwd: dir, stdio: ['ignore', log, log] })
    running.add(child)
    child.once('exit', () => running.delete(child))
    // Nothing outlives a run that fails. Patroni stops its server when it is asked to end.
    process.once('exit', () => child.kill('SIGTERM'))
    return child
  }
  const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
    child.kill(signal)
    await until(() => !running.has(child), 60, `${child.spawnfile} has ended (see ${dir})`)
  }

  const etcd = await Promise.all(
    ['one', 'two', 'three'].map(async (name) => ({ name, client: await freePort(), peer: await freePort() })),
  )
  const members = etcd.map(({ name, peer }) => `${name}=http://127.0.0.1:${peer}`).join(',')
  for (const { name, client, peer } of etcd)
    launch(`etcd-${name}`, etcdProgram, [
      ...['--name', name, '--data-dir', join(dir, `etcd-${name}`), '--initial-cluster', members],
      ...[
        '--listen-client-urls',
        `http://127.0.0.1:${client}`,
        '--advertise-client-urls',
        `http://127.0.0.1:${client}`,
      ],
      ...[
        '--listen-peer-urls',
        `http://127.0.0.1:${peer}`,
        '--initial-advertise-peer-urls',
        `http://127.0.0.1:${peer}`,
      ],
    ])

  const node = async (name: string): Promise<Node> => {
    const [home, port, restPort] = [join(dir, name), await freePort(), await freePort()]
    mkdirSync(home)
    own(home)
    const config = join(dir, `${name}.json`)
    const trusted = { username: 'postgres' }
    const settings = {
      scope: 'firstwin',
      name,
      restapi: { listen: `127.0.0.1:${restPort}`, connect_address: `127.0.0.1:${restPort}` },
      etcd3: { hosts: etcd.map(({ client }) => `127.0.0.1:${client}`) },
      bootstrap: {
        dcs: {
          ttl: leaseSeconds,
          loop_wait: 2,
          retry_timeout: 5,
          maximum_lag_on_failover: 1_048_576,
          synchronous_mode: true,
          postgresql: { use_pg_rewind: true, parameters: { max_connections: 100, wal_keep_size: '256MB' } },
        },
        initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }],
        pg_hba: ['host all all 127.0.0.1/32 trust', 'host replication all 127.0.0.1/32 trust', 'local all all trust'],
      },
      postgresql: {
        listen: `127.0.0.1:${port}`,
        connect_address: `127.0.0.1:${port}`,
        bin_dir: programs,
        data_dir: join(home, 'data'),
        pgpass: join(home, 'pgpass'),
        authentication: { superuser: trusted, replication: trusted, rewind: trusted },
        parameters: { unix_socket_directories: home },
      },
    }
    // JSON is YAML.
    writeFileSync(config, JSON.stringify(settings))
    const run = () => launch(name, patroniProgram, [config])
    return { name, dir: home, port, restPort, run, patroni: run() }
  }
  const answers = (path: string, { restPort }: Node) =>
    fetch(`http://127.0.0.1:${restPort}${path}`, { signal: AbortSignal.timeout(1_000) }).then(
      ({ status }) => status === 200,
      () => false,
    )
  const a = await node('a')
  await until(() => answers('/primary', a), 60, `the first server is the primary (see ${dir})`)
  const b = await node('b')
  await until(() => answers('/synchronous', b), 60, `the second server follows the first (see ${dir})`)

  const port = await freePort()
  writeFileSync(
    join(dir, 'haproxy.cfg'),
    [
      'defaults',
      '  mode tcp',
      '  timeout connect 2s',
      '  timeout client 30m',
      '  timeout server 30m',
      'listen primary',
      `  bind 127.0.0.1:${port}`,
      '  option httpchk GET /primary',
      '  http-check expect status 200',
      '  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions',
      ...[a, b].map(({ name, port, restPort }) => `  server ${name} 127.0.0.1:${port} check port ${restPort}`),
      '',
    ].join('\n'),
  )
  launch('haproxy', haproxyProgram, ['-db', '-f', join(dir, 'haproxy.cfg')])
  const urlFor = (role: string, database: string) => `postgres://${role}@127.0.0.1:${port}/${database}`
  // HAProxy takes every server for the primary until its first checks have failed; it leads connections to them in turn.
  const isPrimary = () =>
    withClient(urlFor('postgres', 'postgres'), async (client) => {
      const { rows } = await client.query<{ follows: boolean }>('select pg_is_in_recovery() as follows')
      return rows[0]?.follows === false
    }).catch(() => false)
  await until(async () => (await isPrimary()) && (await isPrimary()), 20, `HAProxy knows the primary (see ${dir})`)
  await prepareServer(urlFor('postgres', 'postgres'))

  const primary = async () => ((await answers('/primary', a)) ? a : b)
  const other = (it: Node) => (it === a ? b : a)
  const untilPrimary = (it: Node, seconds: number) =>
    until(() => answers('/primary', it), seconds, `${it.name} is the primary (see ${dir})`)
  /** From then on it may take over: it has all that was confirmed. */
  const untilFollows = (it: Node) =>
    until(() => answers('/synchronous', it), 180, `${it.name} follows the primary (see ${dir})`)
  return {
    /** The address of the primary, whichever that is. */
    urlFor,
    /**
     * Kills the primary and its Patroni at once, as when a machine loses power.
     * @returns once the other server is the primary
     */
    async killPrimary() {
      const dead = await primary()
      await untilFollows(other(dead))
      const ended = end(dead.patroni, 'SIGKILL')
      await killServer(dead)
      await ended
      await untilPrimary(other(dead), leaseSeconds + 20)
    },
    /** Starts what was killed; it follows the new primary, without what it had alone. */
    async startKilled() {
      const dead = other(await primary())
      dead.patroni = dead.run()
      await untilFollows(dead)
    },
    /** The two servers change places, as before an upgrade of one machine. */
    async switchOver() {
      const from = await primary()
      const to = other(from)
      await untilFollows(to)
      const answer = await fetch(`http://127.0.0.1:${from.restPort}/switchover`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ leader: from.name, candidate: to.name }),
      })
      if (answer.status !== 200) throw new Error(`Patroni refused to switch over: ${await answer.text()}`)
      await untilPrimary(to, 60)
    },
    /**
     * Freezes the primary and its Patroni until the other server has been the primary for a while, then lets them go on: for a moment
     * both believe that they are the primary.
     */
    async freezePrimary(meanwhile: () => Promise<void>) {
      const frozen = await primary()
      await untilFollows(other(frozen))
      frozen.patroni.kill('SIGSTOP')
      freeze(frozen)
      try {
        await untilPrimary(other(frozen), leaseSeconds + 20)
        await meanwhile()
      } finally {
        thaw(frozen)
        frozen.patroni.kill('SIGCONT')
      }
      await untilFollows(frozen)
    },
    /** Stops all of it and removes its folder; after a fault the folder stays, for its logs. */
    async stop({ isFaulty }: { isFaulty: boolean }) {
      // Patroni stops its server when it is asked to end.
      for (const { patroni } of [b, a]) if (running.has(patroni)) await end(patroni, 'SIGTERM')
      for (const child of [...running]) await end(child, 'SIGTERM')
      if (!isFaulty) rmSync(dir, { recursive: true, force: true })
    },
  }
}
