import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signalProcess } from '#db/process-mark.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { withClient } from '#tests/harness/template.ts'

const projectDir = resolve(import.meta.dirname, '../..')
let dataDir: string
let port: number
let running: ChildProcess | undefined
let printed = ''

type Demo = Record<'baseUrl' | 'rep' | 'buyer' | 'marketing' | 'mailbox' | 'apiKey' | 'databaseUrl', string>

const readyFile = () => join(dataDir, 'demo.json')
const readDemo = () => JSON.parse(readFileSync(readyFile(), 'utf8')) as Demo

/** Starts the demo as its README does, in a process group of its own, and waits until it says that it is ready. */
async function start() {
  printed = ''
  const env = { ...process.env, DEMO_DATA_DIR: dataDir, PORT: String(port) }
  running = spawn(process.execPath, ['app/demo/start.mjs'], {
    cwd: projectDir,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [running.stdout, running.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  const ended = new Promise<never>((_done, fail) =>
    running?.once('exit', () => fail(new Error(`The demo ended.\n${printed}`))),
  )
  ended.catch(() => undefined)
  await Promise.race([expect.poll(() => existsSync(readyFile())).toBe(true), ended])
}

async function end(signal: 'SIGINT' | 'SIGKILL') {
  const { pid, exitCode, signalCode } = running ?? {}
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  const ended = new Promise((done) => running?.once('exit', done))
  signalProcess(-pid, signal)
  await ended
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'firstwin-demo-'))
  port = await freePort()
})

afterAll(async () => {
  await end('SIGINT')
  rmSync(dataDir, { recursive: true, force: true })
})

test('the demo comes up by one command, survives kill -9 with its data, and stops at Ctrl-C', async () => {
  await start()
  const demo = readDemo()
  expect(demo.baseUrl).toBe(`http://localhost:${port}`)
  expect(demo.mailbox).toBe(`${demo.baseUrl}/mailbox`)
  for (const link of [demo.rep, demo.buyer, demo.marketing]) {
    expect(link.startsWith(demo.baseUrl)).toBe(true)
    await expect.poll(() => printed).toContain(link)
  }
  expect((await fetch(`${demo.baseUrl}/readyz`, { headers: { connection: 'close' } })).status).toBe(200)
  const send = () =>
    fetch(`${demo.baseUrl}/mailbox/api/emails`, {
      method: 'POST',
      // A connection kept from before the kill would be reset.
      headers: { authorization: 'Bearer re_test', 'idempotency-key': 'kept', connection: 'close' },
      body: JSON.stringify({ from: 'a@example.com', to: 'b@example.com', subject: 'Kept', text: 'Kept' }),
    })
  const first: unknown = await (await send()).json()
  await withClient(demo.databaseUrl, (client) => client.query('create table public.kept (word text)'))

  await end('SIGKILL')
  // A program that waits for the next start must not find this one's file.
  await expect.poll(() => existsSync(readyFile())).toBe(false)
  await start()
  const again = readDemo()
  expect(await (await send()).json()).toEqual(first)
  await withClient(again.databaseUrl, (client) => client.query('select word from public.kept'))

  await end('SIGINT')
  await expect.poll(() => printed).toContain('Stopping')
  expect(existsSync(readyFile())).toBe(false)
  await expect(fetch(`${demo.baseUrl}/healthz`)).rejects.toThrow()
})
