import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { expect, inject, test } from 'vitest'
import { findLink, readLink } from '#app/outbox/link-token.server.ts'
import { createWorkspace } from '#app/workspace/create-workspace.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { freshDatabase } from '#tests/harness/database.ts'
import { dropDatabase, urlOf, withClient } from '#tests/harness/template.ts'

/** The operator's programs, each as its own process with only the environment that it needs. */
function run(program: string, args: readonly string[], env: Record<string, string>) {
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `app/server/${program}.ts`, ...args],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { PATH, NODE_ENV: 'production', ...env },
      encoding: 'utf8',
      timeout: 600_000,
    },
  )
  return { status, said: stdout + stderr }
}

test('workspace:create given twice makes one workspace and says so; another name makes another', async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  const env = {
    DATABASE_URL: appUrl,
    APP_URL: 'https://plans.example.com',
    RESEND_API_KEY: 're_1234',
    LINK_SECRET: 'a secret that is long enough for HMAC',
    EMAIL_FROM: 'Firstwin <plans@example.com>',
  }
  const create = (name: string) =>
    run(
      'create-first-workspace',
      ['--name', name, '--admin', 'ana@brightline.example', '--domain', 'brightline.example'],
      env,
    )
  const count = () => withClient(ownerUrl, async (client) => (await client.query('select 1 from workspace')).rowCount)
  expect(create('Brightline')).toMatchObject({
    status: 0,
    said: expect.stringContaining('Created the workspace Brightline.'),
  })
  const before = await count()
  const again = create('brightline')
  expect(again.status).toBe(1)
  expect(again.said, 'words alone, no stack').not.toMatch(/^\s+at /m)
  expect(again.said).toContain(
    'Brightline already exists and ana@brightline.example is its admin, so nothing was created.',
  )
  expect(again.said).toContain('https://plans.example.com/sign-in')
  expect(await count()).toBe(before)
  expect(create('Brightline Labs').status).toBe(0)
  expect(await count()).toBe((before ?? 0) + 1)
})

test('an argument that a program does not take is named, without a stack', () => {
  const { status, said } = run('release-emails', ['--discrad'], {})
  expect(status).toBe(1)
  expect(said).toContain("Unknown option '--discrad'")
  expect(said).not.toMatch(/^\s+at /m)
})

test('migrate says what its role lacks before it changes anything', async () => {
  const { serverUrl } = inject('templateServer')
  const name = `firstwin_guest_${randomBytes(4).toString('hex')}`
  await withClient(serverUrl, async (client) => {
    await client.query(`create role ${name} login password 'plain'`)
    await client.query(`grant ${name} to current_user`)
    await client.query(`create database ${name} template template0 encoding 'UTF8'`)
  })
  const guestUrl = urlOf(serverUrl, name, { name, password: 'plain' })
  const migrate = () => run('migrate', [], { MIGRATION_DATABASE_URL: guestUrl })
  try {
    const refused = migrate()
    expect(refused.status).toBe(1)
    expect(refused.said).toContain(`alter database ${name} owner to ${name}`)
    expect(refused.said).toContain(`grant usage, create on schema public to ${name}`)
    expect(refused.said).not.toContain('plain')
    await withClient(urlOf(serverUrl, name), async (client) => {
      const { rows } = await client.query(`select 1 from pg_namespace where nspname in ('migrations', 'pgboss')`)
      expect(rows).toEqual([])
      await client.query(`alter database ${name} owner to ${name}`)
      await client.query('create schema pgboss')
      await client.query('create table pgboss.version (version int)')
    })
    expect(migrate().said).toContain(`${name} does not own the table pgboss.version`)
    await withClient(urlOf(serverUrl, name), (client) => client.query('drop schema pgboss cascade'))
    expect(migrate()).toMatchObject({ status: 0, said: expect.stringContaining('newest migration') })
  } finally {
    await dropDatabase(serverUrl, name)
    await withClient(serverUrl, (client) => client.query(`drop role ${name}`))
  }
})

test('print-sign-in-link prints a link that works once, says so in the security log, and makes none for strangers', async () => {
  const { db, appUrl, ownerUrl } = await freshDatabase()
  const env = {
    DATABASE_URL: appUrl,
    APP_URL: 'https://plans.example.com',
    RESEND_API_KEY: 're_1234',
    LINK_SECRET: 'a secret that is long enough for HMAC',
    EMAIL_FROM: 'Firstwin <plans@example.com>',
  }
  const parts = await testParts(db, appUrl)
  await createWorkspace(parts, { name: 'Brightline', admin: 'ana@brightline.example', domain: 'brightline.example' })
  const { status, said } = run('print-sign-in-link', ['--email', 'Ana@brightline.example'], env)
  expect({ status, said }).toEqual({
    status: 0,
    said: expect.stringContaining('Ana, Brightline: https://plans.example.com/link/'),
  })
  const [, token = ''] = /\/link\/(\S+)/.exec(said) ?? []
  const link = readLink(token)
  const found = link && (await inWorkspace(db, link.workspaceId, (trx) => findLink(trx, link)))
  expect(found).toMatchObject({ kind: 'sign-in', usedAt: null, revokedAt: null })
  const kinds = await withClient(
    ownerUrl,
    async (client) => (await client.query('select kind from security_event')).rows,
  )
  expect(kinds).toContainEqual({ kind: 'link issued' })
  await withClient(ownerUrl, (client) =>
    client.query(
      `insert into identity_provider (workspace_id, issuer, client_id, client_secret, required, changed_at, proved_at)
       select workspace_id, 'https://id.example.com', 'firstwin', 'sealed', true, now(), now() from workspace`,
    ),
  )
  const strict = run('print-sign-in-link', ['--email', 'ana@brightline.example'], env)
  expect(strict).toEqual({
    status: 0,
    said: 'Ana, Brightline: single sign-on is required there, so no link was made.\n',
  })
  const stranger = run('print-sign-in-link', ['--email', 'nobody@brightline.example'], env)
  expect(stranger).toEqual({ status: 1, said: expect.stringContaining('No member has the address') })
})
