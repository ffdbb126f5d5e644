import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '#tests/harness/database.ts'
import { withClient } from '#tests/harness/template.ts'

const projectDir = resolve(import.meta.dirname, '../..')

/** Runs `npm start`'s program with nothing but `env`; it must refuse, so it ends by itself. */
function start(env: Record<string, string>) {
  const { PATH = '' } = process.env
  const program = ['--import', 'tsx', 'app/server/start.ts']
  const { status, stderr } = spawnSync(process.execPath, program, {
    cwd: projectDir,
    env: { PATH, ...env },
    encoding: 'utf8',
    timeout: 15_000,
  })
  return { status, stderr }
}

const complete = {
  APP_URL: 'https://plans.example.com',
  RESEND_API_KEY: 're_1234',
  LINK_SECRET: 'a secret that is long enough for HMAC',
  EMAIL_FROM: 'Firstwin <plans@example.com>',
  PORT: '0',
}

test('start without its environment is refused, and says everything that is missing', () => {
  const { status, stderr } = start({})
  expect(status).toBe(1)
  expect(stderr).toContain('missing: DATABASE_URL, RESEND_API_KEY, APP_URL, LINK_SECRET, EMAIL_FROM')
})

test('start on a database that lacks migrations is refused, and says how to run them', async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  await withClient(ownerUrl, (client) => client.query('delete from migrations.kysely_migration'))
  const { status, stderr } = start({ ...complete, DATABASE_URL: appUrl })
  expect(status).toBe(1)
  expect(stderr).toContain('npm run migrate')
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
    const { status, stderr } = start({ ...complete, DATABASE_URL: latin.href })
    expect(status).toBe(1)
    expect(stderr).toContain('LATIN1')
  } finally {
    await withClient(ownerUrl, (client) => client.query(`drop database ${name} with (force)`))
  }
})

test('start without a database is refused in words, without its password', () => {
  const { status, stderr } = start({
    ...complete,
    DATABASE_URL: 'postgres://firstwin_app:hunter2@127.0.0.1:1/firstwin',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('cannot be reached')
  expect(stderr).not.toContain('hunter2')
})
