import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { systemClock } from '#app/kit/clock.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { DatabaseFault, prepareDatabase } from '#app/server/database-checks.server.ts'
import { openReadiness } from '#app/server/open-readiness.server.ts'
import { createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { complete, projectDir, startLimit } from '#tests/factories/production.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { freshDatabase } from '#tests/harness/database.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { dropDatabase, withClient } from '#tests/harness/template.ts'

const slow = { timeout: 180_000 }

/** A link as the demo issues them, in a database that production is started on. @returns its path */
async function demoLink(appUrl: string): Promise<string> {
  const db = createDatabase(appUrl, { max: 1 })
  try {
    const { workspaceId, lead } = await makePlan(db)
    const environment = {
      appUrl: complete.APP_URL,
      linkSecret: complete.LINK_SECRET,
      signInLinkMinutes: 15,
      invitationDays: 14,
    }
    const link = { kind: 'demo', planId: null, memberId: lead.id } as const
    const tokenId = await inWorkspace(db, workspaceId, (trx) =>
      issueLink(environment, trx, workspaceId, link, systemClock.now()),
    )
    return new URL(linkUrl(environment, { workspaceId, tokenId })).pathname
  } finally {
    await db.destroy()
  }
}

test('start without its environment is refused, and says everything that is missing', () => {
  const { status, stderr } = spawnSync(process.execPath, ['app/server/run-built.mjs', 'start'], {
    cwd: projectDir,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    encoding: 'utf8',
    timeout: 600_000,
  })
  expect(status).toBe(1)
  expect(stderr).toContain('missing: DATABASE_URL, RESEND_API_KEY, APP_URL, LINK_SECRET, EMAIL_FROM')
})

/** What a start refuses, `frozen-start.test.ts` shows that it prints the words and ends. */
const prepare = (databaseUrl: string) => prepareDatabase(readEnvironment({ ...complete, DATABASE_URL: databaseUrl }))

test('start on a database that lacks migrations is refused, and says how to run them', async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  await withClient(ownerUrl, (client) => client.query('delete from migrations.kysely_migration'))
  await expect(prepare(appUrl)).rejects.toThrow(/^The database lacks .* Run `npm run migrate`/)
})

test('start on a database that is not UTF8 is refused', async () => {
  const { ownerUrl } = await freshDatabase()
  const latin = new URL(ownerUrl)
  latin.pathname = `${latin.pathname}_latin`
  const name = latin.pathname.slice(1)
  await withClient(ownerUrl, (client) =>
    client.query(`create database ${name} template template0 encoding 'LATIN1' locale 'C'`),
  )
  try {
    await expect(prepare(latin.href)).rejects.toThrow('is encoded in LATIN1')
  } finally {
    await dropDatabase(ownerUrl, name)
  }
})

test('start without a database is refused in words, without its password', async () => {
  const fault: unknown = await prepare('postgres://firstwin_app:hunter2@127.0.0.1:1/firstwin').catch(
    (error: unknown) => error,
  )
  expect(fault).toBeInstanceOf(DatabaseFault)
  expect(String(fault)).toContain('cannot be reached')
  expect(String(fault)).not.toContain('hunter2')
})

test('start with MIGRATION_DATABASE_URL migrates, becomes ready, and ends cleanly at SIGTERM', slow, async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  const port = await freePort()
  const env = {
    ...complete,
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    DATABASE_URL: appUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
  }
  const program = ['app/server/run-built.mjs', 'start']
  const child = spawn(process.execPath, program, {
    cwd: projectDir,
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const status = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    )
  try {
    await expect.poll(status, { timeout: startLimit }).toBe(200)
    for (const path of ['/mailbox', '/mailbox.json', '/mailbox/api/emails/x'])
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status, path).toBe(404)
    const posted = {
      method: 'POST',
      headers: { 'idempotency-key': 'x', 'content-type': 'application/json' },
      body: '{}',
    }
    expect((await fetch(`http://127.0.0.1:${port}/mailbox/api/emails`, posted)).status).toBe(404)
    const link = await demoLink(appUrl)
    expect((await fetch(`http://127.0.0.1:${port}${link}`)).status).toBe(404)
    const pressed = await fetch(`http://127.0.0.1:${port}${link}`, {
      method: 'POST',
      headers: { origin: complete.APP_URL },
      body: new URLSearchParams({ intent: 'continue' }),
      redirect: 'manual',
    })
    expect(pressed.status).toBe(404)
    expect(pressed.headers.getSetCookie().filter((cookie) => !cookie.includes('firstwin-probe'))).toEqual([])
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  } finally {
    child.kill('SIGKILL')
  }
  expect(printed).not.toContain(complete.LINK_SECRET)
})

test('npm start ends at SIGTERM to npm, after a while in which it answers and is not ready', slow, async () => {
  const { appUrl } = await freshDatabase()
  const port = await freePort()
  const npm = spawn('npm', ['start'], {
    cwd: projectDir,
    // Empty counts as missing: the clock of a run is not for production.
    env: {
      ...process.env,
      ...complete,
      CLOCK_SHIFT_MS: '',
      PORT: String(port),
      DATABASE_URL: appUrl,
      DRAIN_SECONDS: '2',
    },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((done) => npm.once('exit', () => done()))
  const status = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      (answer) => answer.status,
      () => 0,
    )
  try {
    await expect.poll(() => status('/readyz'), { timeout: startLimit }).toBe(200)
    npm.kill('SIGTERM')
    await expect.poll(() => status('/readyz'), { timeout: 1_500, interval: 20 }).toBe(503)
    expect(await status('/healthz')).toBe(200)
    expect(await status('/sign-in')).toBe(200)
    await ended
    await expect.poll(() => status('/healthz')).toBe(0)
  } finally {
    npm.kill('SIGKILL')
  }
})

test('readiness notices that the role lost its rights, as after a restore without roles', async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  const { readiness, close } = openReadiness({ databaseUrl: appUrl })
  try {
    expect(await readiness.rights()).toBe(true)
    await withClient(ownerUrl, (client) => client.query('revoke select on task from firstwin_app'))
    expect(await readiness.database()).toBe(true)
    expect(await readiness.rights()).toBe(false)
  } finally {
    await close()
  }
})

test('npm run worker takes the jobs that a web process without worker leaves', slow, async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  const begin = (script: string, more: Record<string, string>) => {
    const child = spawn('npm', ['run', script], {
      cwd: projectDir,
      env: { ...process.env, ...complete, CLOCK_SHIFT_MS: '', DATABASE_URL: appUrl, ...more },
      stdio: 'ignore',
    })
    return { child, ended: new Promise<void>((done) => child.once('exit', () => done())) }
  }
  const port = await freePort()
  const jobs = () =>
    withClient(ownerUrl, async (client) => {
      const { rows } = await client.query<{ state: string }>(`select state from pgboss.job where name = 'forget-old'`)
      return rows.map(({ state }) => state)
    })
  const web = begin('start', { WORKER: 'apart', PORT: String(port) })
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    )
  try {
    await expect.poll(ready, { timeout: startLimit }).toBe(200)
    const boss = new PgBoss({ connectionString: appUrl, max: 1, migrate: false, createSchema: false, supervise: false })
    await boss.start()
    await boss.send('forget-old', {})
    await boss.stop({ graceful: false, close: true })
    // The web process would have taken it within five seconds.
    await pause(7_000)
    expect(await jobs()).toEqual(['created'])
    const worker = begin('worker', {})
    try {
      await expect.poll(jobs, { timeout: startLimit }).toEqual(['completed'])
    } finally {
      worker.child.kill('SIGTERM')
      await worker.ended
    }
  } finally {
    web.child.kill('SIGTERM')
    await web.ended
  }
})
