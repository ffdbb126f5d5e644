import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startLocal } from '#app/demo/start-local.server.ts'
import { seedDemo } from '#app/demo/seed-demo.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { loadBundle } from '#app/server/load-bundle.server.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { appRole } from '#db/app-role.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { withClient } from '#tests/harness/template.ts'
import { type Cluster, startCluster } from './cluster.ts'

/**
 * `npm run backup:try`: backs the sample workspace up and restores it on another server, where the app's role does not exist yet,
 * with the programs that an operator uses. Compares the rows of every table, opens a page, and checks that no email is sent
 * before it is released.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`)
const projectDir = resolve(import.meta.dirname, '../..')
const dir = mkdtempSync(join(tmpdir(), 'firstwin-backup-files-'))
const file = join(dir, 'firstwin.dump')
const newcomer = 'ana@newcomer.example'

/** Runs a program of package.json as an operator does. @throws with its output when it fails */
function program(path: string, args: string[], variables: Record<string, string>, programs: string) {
  const env = { ...process.env, PATH: `${programs}:${process.env.PATH ?? ''}`, ...variables }
  return execFileSync(process.execPath, ['--import', 'tsx', path, ...args], { cwd: projectDir, env, encoding: 'utf8' })
}

async function startApp(cluster: Cluster, name: string) {
  const dataDir = join(dir, name)
  mkdirSync(dataDir, { recursive: true })
  const [ownerUrl, appUrl] = [cluster.urlFor('firstwin_owner', 'firstwin'), cluster.urlFor(appRole, 'firstwin')]
  await withClient(cluster.urlFor('postgres', 'postgres'), (client) => client.query(`alter role ${appRole} login`))
  const log = createLog({ level: 'silent' })
  const port = await freePort()
  return startLocal({ dataDir, port, database: { ownerUrl, appUrl }, log, ...(await loadBundle()) })
}

async function mailTo(app: { baseUrl: string }, address: string): Promise<number> {
  const emails = (await (await fetch(`${app.baseUrl}/mailbox.json`)).json()) as { to: string[] }[]
  return emails.filter(({ to }) => to.includes(address)).length
}

ensureBuild(say)
const original = await startCluster()
const copy = await startCluster()
try {
  const ownerUrl = original.urlFor('firstwin_owner', 'firstwin')
  program('app/server/migrate.ts', [], { MIGRATION_DATABASE_URL: ownerUrl }, original.programs)
  const app = await startApp(original, 'original')
  const links = await seedDemo(app.parts, { baseUrl: app.baseUrl })
  await app.stop()
  // Written while no worker runs, so that it waits.
  createWorkspaceThatWaits()
  say('A workspace of twelve plans, and an email that waits.')

  const asOwner = () => program('app/server/back-up.ts', [file], { BACKUP_DATABASE_URL: ownerUrl }, original.programs)
  assert.throws(asOwner, /bound by row security/)
  const backupUrl = original.urlFor('firstwin_backup', 'firstwin')
  say(program('app/server/back-up.ts', [file], { BACKUP_DATABASE_URL: backupUrl }, original.programs).trim())
  for (const written of [file, `${file}.counts.json`])
    assert.equal(statSync(written).mode & 0o077, 0, `${written} can be read by others`)

  const target = { MIGRATION_DATABASE_URL: copy.urlFor('firstwin_owner', 'firstwin') }
  say(program('app/server/restore.ts', [file], target, copy.programs).trim())
  assert.throws(() => program('app/server/restore.ts', [file], target, copy.programs), /is not empty/)

  cpSync(join(dir, 'original', 'link.secret'), join(dir, 'copy', 'link.secret'), { recursive: true })
  const restored = await startApp(copy, 'copy')
  const link = new URL(links.rep).pathname
  const pressed = await fetch(`${restored.baseUrl}${link}`, {
    method: 'POST',
    headers: { origin: restored.baseUrl },
    body: new URLSearchParams({ intent: 'continue' }),
    redirect: 'manual',
  })
  const cookie = pressed.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const page = await fetch(`${restored.baseUrl}/plans`, { headers: { cookie } })
  assert.equal(page.status, 200)
  assert.match(await page.text(), /Halden Foods/)
  say('The restored copy lets the rep in and shows the plans.')

  await pause(5_000)
  assert.equal(await mailTo(restored, newcomer), 0, 'an email left before it was let go')
  say(program('app/server/release-emails.ts', [], restored.variables, copy.programs).trim())
  for (let tries = 0; tries < 100 && (await mailTo(restored, newcomer)) === 0; tries++) await pause(200)
  assert.equal(await mailTo(restored, newcomer), 1)
  say('It held its emails back, and sent what waited once it was told to.')
  await restored.stop()
} finally {
  for (const cluster of [original, copy]) cluster.remove()
  rmSync(dir, { recursive: true, force: true })
}

function createWorkspaceThatWaits() {
  const variables = {
    DATABASE_URL: original.urlFor(appRole, 'firstwin'),
    RESEND_API_KEY: 're_try',
    APP_URL: 'http://localhost:3000',
    LINK_SECRET: 'a secret for this try, long enough to be one',
    EMAIL_FROM: 'Firstwin <plans@firstwin.example>',
  }
  const args = ['--name', 'Newcomer', '--admin', newcomer, '--domain', 'newcomer.example']
  program('app/server/create-first-workspace.ts', args, variables, original.programs)
}
