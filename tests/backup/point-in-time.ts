import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { appRole } from '#db/app-role.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'
import { withClient } from '#tests/harness/template.ts'
import { startCluster } from './cluster.ts'

/**
 * `npm run backup:try-point-in-time`: pgBackRest as README.md says, on a server of its own. A workspace is created after the backup, then a
 * table is dropped; the server is restored to the time in between. Needs PostgreSQL and pgBackRest of the system.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`)
const conf = (dir: string) => join(dir, 'pgbackrest.conf')
const server = await startCluster(
  (dir) => `archive_mode = on\narchive_command = 'pgbackrest --config=${conf(dir)} --stanza=firstwin archive-push %p'`,
)
const pgBackRest = (...args: string[]) =>
  server.as(
    'pgbackrest',
    `--config=${conf(server.dir)}`,
    '--stanza=firstwin',
    '--log-level-console=warn',
    '--log-level-file=off',
    ...args,
  )
const asSuperuser = <Row extends object>(text: string) =>
  withClient(server.urlFor('postgres', 'firstwin'), async (client) => (await client.query<Row>(text)).rows)

/** Like an operator; its email stays queued, since no worker runs. */
function createWorkspace(name: string) {
  const domain = `${name.toLowerCase()}.example`
  const variables = {
    DATABASE_URL: server.urlFor(appRole, 'firstwin'),
    RESEND_API_KEY: 're_try',
    APP_URL: 'http://localhost:3000',
    LINK_SECRET: 'a secret for this try, long enough to be one',
    EMAIL_FROM: 'Firstwin <plans@firstwin.example>',
  }
  const program = [
    'app/server/create-first-workspace.ts',
    '--name',
    name,
    '--admin',
    `ana@${domain}`,
    '--domain',
    domain,
  ]
  const cwd = resolve(import.meta.dirname, '../..')
  execFileSync(process.execPath, ['--import', 'tsx', ...program], { cwd, env: { ...process.env, ...variables } })
}

try {
  writeFileSync(
    conf(server.dir),
    [
      `[global]\nrepo1-path=${join(server.dir, 'repo')}\nrepo1-retention-full=2\nstart-fast=y`,
      ...['lock', 'spool'].map((name) => `${name}-path=${join(server.dir, name)}`),
      `[firstwin]\npg1-path=${join(server.dir, 'data')}\npg1-port=${server.port}\npg1-socket-path=${server.dir}\npg1-user=postgres\n`,
    ].join('\n'),
  )
  await migrateToLatest(server.urlFor('firstwin_owner', 'firstwin'))
  await asSuperuser(`alter role ${appRole} login`)
  createWorkspace('Brightline')
  pgBackRest('stanza-create')
  pgBackRest('--type=full', 'backup')
  createWorkspace('Northwind')
  const [moment] = await asSuperuser<{ now: string }>('select now()::text as now')
  await asSuperuser('drop table plan cascade')
  await asSuperuser('select pg_switch_wal()')
  server.stop()
  say('Backed up, then a workspace was made and a table was lost.')

  pgBackRest('--delta', '--type=time', `--target=${moment?.now}`, '--target-action=promote', 'restore')
  server.start()
  const names = await asSuperuser<{ name: string }>('select name from workspace order by 1')
  assert.deepEqual(names, [{ name: 'Brightline' }, { name: 'Northwind' }])
  assert.deepEqual(await asSuperuser('select count(*)::int as plans from plan'), [{ plans: 0 }])
  await withClient(server.urlFor('firstwin_owner', 'firstwin'), (client) =>
    client.query('insert into operations.email_hold (since) values (now())'),
  )
  say('Restored to the moment between the two: both workspaces and the table are there.')
} finally {
  server.remove()
}
