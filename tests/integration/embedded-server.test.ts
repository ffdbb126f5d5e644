import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '#db/start-embedded-postgres.ts'
import { isAlive, signalProcess } from '#db/process-mark.ts'
import { withClient } from '#tests/harness/template.ts'

let dataDir: string
const holders: ChildProcess[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'firstwin-embedded-'))
})

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  await expect.poll(() => postmaster() === undefined).toBe(true)
  rmSync(dataDir, { recursive: true, force: true })
})

/** The running server's process id from its pid file; its parent is the process that holds it. */
function postmaster(): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
    return isAlive(pid) ? pid : undefined
  } catch {
    return undefined
  }
}

type Answer = { ownerUrl?: string; failed?: string }

async function hold(): Promise<{ holder: ChildProcess } & Answer> {
  const file = resolve(import.meta.dirname, '../harness/embedded-holder.ts')
  const holder = fork(file, [dataDir], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  holders.push(holder)
  const answer = await new Promise<Answer>((done) => holder.once('message', (message: Answer) => done(message)))
  return { holder, ...answer }
}

const keeperOf = (pid: number) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

const query = <Row extends object>(url: string, text: string) =>
  withClient(url, async (client) => (await client.query<Row>(text)).rows)

test('a cluster is UTF8, its owner passes row security by, and the app’s role owns nothing', async () => {
  const server = await startEmbeddedPostgres({ dataDir })
  try {
    expect(
      await query(server.ownerUrl, `select length('é') as length, current_setting('server_encoding') as encoding`),
    ).toEqual([{ length: 1, encoding: 'UTF8' }])
    const roles = `select rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'firstwin%' order by rolname`
    expect(await query(server.appUrl, roles)).toEqual([
      { rolname: 'firstwin_app', rolsuper: false, rolbypassrls: false },
      { rolname: 'firstwin_owner', rolsuper: false, rolbypassrls: true },
    ])
  } finally {
    await server.stop()
  }
  expect(postmaster()).toBeUndefined()
})

test('killing the app’s process stops the server, and the data are there at the next start', async () => {
  const { holder, ownerUrl = '' } = await hold()
  await query(ownerUrl, `create table kept as select 'still here' as word`)
  holder.kill('SIGKILL')
  // At once: the next start finds the server still shutting down.
  const next = await startEmbeddedPostgres({ dataDir })
  expect(await query(next.ownerUrl, 'select word from kept')).toEqual([{ word: 'still here' }])
  await next.stop()
})

test('a server left behind by killing everything else is taken over, data and all', async () => {
  const { holder, ownerUrl = '' } = await hold()
  await query(ownerUrl, `create table kept as select 'still here' as word`)
  const orphan = postmaster() ?? 0
  signalProcess(keeperOf(orphan), 'SIGKILL')
  holder.kill('SIGKILL')
  await expect.poll(() => isAlive(holder.pid ?? 0)).toBe(false)
  expect(isAlive(orphan)).toBe(true)
  const next = await startEmbeddedPostgres({ dataDir })
  expect(isAlive(orphan)).toBe(false)
  expect(await query(next.ownerUrl, 'select word from kept')).toEqual([{ word: 'still here' }])
  await next.stop()
})

test('a second start on data in use is refused in words, and harms nothing', async () => {
  const { ownerUrl = '', holder } = await hold()
  const { failed } = await hold()
  expect(failed).toContain(`already runs on this data (process ${holder.pid})`)
  expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)(
  'below a closed parent root’s data are kept elsewhere, found again, and gone with their folder',
  async () => {
    const said: string[] = []
    const closed = join(dataDir, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const inner = join(closed, 'data')
    const start = () => startEmbeddedPostgres({ dataDir: inner, say: (line) => said.push(line) })
    const once = async (text: string) => {
      const server = await start()
      try {
        return await query(server.ownerUrl, text)
      } finally {
        await server.stop()
      }
    }
    await once(`create table kept as select 'still here' as word`)
    const elsewhere = /\/var\/tmp\/firstwin-[0-9a-f]+/.exec(said.join())?.[0] ?? 'nowhere'
    try {
      expect(await once('select word from kept')).toEqual([{ word: 'still here' }])
      rmSync(inner, { recursive: true })
      expect(await once(`select to_regclass('kept') as found`)).toEqual([{ found: null }])
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  },
)
