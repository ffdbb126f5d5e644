import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { appRole } from '#db/app-role.ts'
import { startCluster } from '#tests/backup/cluster.ts'
import { startAppProcess, until } from '#tests/fault/app-processes.ts'
import { startMailService } from '#tests/fault/mail-service.ts'
import { type OpenPlan, followPlan, startWriters } from '#tests/fault/traffic.ts'
import { withClient } from '#tests/harness/template.ts'
import { type Front, startFront } from './front.ts'

/**
 * `npm run upgrade:try -- <commit>`: an upgrade from the build of an earlier commit (or in a folder) to this one, as OPERATIONS.md says, while people work:
 * two processes behind its nginx, one database, this build's migrations; then back to the earlier build, behind its Caddy. No request may
 * fail, a page that was opened before the upgrade finds its files, and every change and email is there once. Needs Debian's PostgreSQL.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`)
const projectDir = resolve(import.meta.dirname, '../..')
const admin = 'ana@brightline.example'

/** Builds a commit in a folder of its own; the packages of this one are used where they are the same. */
function buildOf(commit: string, dir: string): void {
  say(`Building ${commit} …`)
  mkdirSync(dir)
  const archive = execFileSync('git', ['archive', commit], { cwd: projectDir, maxBuffer: 500_000_000 })
  execFileSync('tar', ['-x', '-C', dir], { input: archive })
  const lockIn = (folder: string) => readFileSync(join(folder, 'package-lock.json'), 'utf8')
  if (lockIn(dir) === lockIn(projectDir)) symlinkSync(join(projectDir, 'node_modules'), join(dir, 'node_modules'))
  else execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('npm', ['run', 'build'], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** One of the product's programs, as a build's `npm run` starts it. */
const runIn = (dir: string, variables: Record<string, string>, program: string, ...args: string[]) =>
  void execFileSync(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: dir,
    env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const post = (url: URL, cookie: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', headers: { cookie }, body: new URLSearchParams(form), redirect: 'manual' })

/** Signs in by an emailed link. @returns the cookie */
async function signIn(base: string, link: string): Promise<string> {
  const answer = await post(new URL(new URL(link).pathname, base), '', { intent: 'continue' })
  assert.equal(answer.status, 303, 'signing in')
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function createPlan(base: string, cookie: string, workspaceId: string, account: string): Promise<OpenPlan> {
  const page = await (await fetch(new URL('/plans/new', base), { headers: { cookie } })).text()
  const template = /<select[^>]*name="template"[^]*?<option[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''
  const inAYear = new Date(performance.timeOrigin + 365 * 86_400_000).toISOString().slice(0, 10)
  const answer = await post(new URL('/plans/new', base), cookie, {
    intent: 'create-plan',
    idempotencyKey: crypto.randomUUID(),
    ...{ account, project: 'Forecasting', template, criticalDate: inAYear, criticalReason: 'The season begins' },
    ...{ statement: 'Forecasts in a day', measure: 'Days for a forecast', unit: 'days', baseline: '9', target: '1' },
    ...{ winBy: inAYear, announcedTo: 'The board' },
  })
  assert.equal(answer.status, 303, `creating a plan: ${await answer.text()}`)
  const planId = new URL(answer.headers.get('location') ?? '', base).pathname.split('/')[2] ?? ''
  return { plan: { workspaceId, planId }, cookie }
}

/** People who read without pause. Answers other than a page are noted. */
function startReaders(base: () => string, plans: readonly OpenPlan[]) {
  const failed: string[] = []
  let read = 0
  let isOver = false
  const reading = Promise.all(
    plans.map(async ({ plan, cookie }) => {
      const paths = ['', '/activity'].map((page) => `/plans/${plan.planId}${page}`)
      for (let turn = 0; !isOver; turn++) {
        const path = [...paths, '/plans'][turn % 3] ?? ''
        const status = await fetch(new URL(path, base()), { headers: { cookie } }).then(
          async (answer) => (await answer.arrayBuffer()) && answer.status,
          (error: unknown) => String(error),
        )
        read++
        if (status !== 200) failed.push(`${path}: ${status}`)
        await pause(100)
      }
    }),
  )
  return {
    failed,
    count: () => read,
    async end() {
      isOver = true
      await reading
    },
  }
}

/** The files that a page asks for, each as the proxy answers it. */
async function filesOf(base: string, { plan, cookie }: OpenPlan): Promise<string[]> {
  const page = await (await fetch(new URL(`/plans/${plan.planId}`, base), { headers: { cookie } })).text()
  const files = [...new Set(page.match(/\/assets\/[\w.-]+\.(?:js|css|woff2)/g))]
  assert.ok(files.length > 3, 'a page names its files')
  return files
}

async function requireFiles(base: string, files: readonly string[], what: string) {
  for (const file of files) {
    const answer = await fetch(new URL(file, base))
    await answer.arrayBuffer()
    assert.equal(answer.status, 200, `${file} of ${what}`)
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
  }
}

/** @param old the folder of the earlier build */
async function tryUpgrade(old: string, dir: string) {
  const files = join(dir, 'files')
  ensureBuild(say)
  const keepFiles = (build: string) =>
    cpSync(join(build, 'build/client/assets'), join(files, 'assets'), { recursive: true, force: false })
  keepFiles(old)

  const cluster = await startCluster()
  const mail = await startMailService()
  const ownerUrl = cluster.urlFor('firstwin_owner', 'firstwin')
  const adminUrl = cluster.urlFor('postgres', 'firstwin')
  const ask = <Row extends object>(text: string, values: unknown[] = []) =>
    withClient(adminUrl, async (client) => (await client.query<Row>(text, values)).rows)
  const stops: (() => Promise<void> | void)[] = [() => mail.close(), () => cluster.remove()]
  try {
    runIn(old, { MIGRATION_DATABASE_URL: ownerUrl }, 'app/server/migrate.ts')
    await ask(`alter role ${appRole} login`)
    const variables = {
      DATABASE_URL: cluster.urlFor(appRole, 'firstwin'),
      RESEND_API_KEY: 're_upgrade',
      RESEND_PER_SECOND: '1000',
      RESEND_BASE_URL: mail.baseUrl,
      APP_URL: 'http://plans.example.com',
      TRUSTED_PROXIES: '127.0.0.1',
      LINK_SECRET: 'a secret for upgrades, long enough to be one',
      EMAIL_FROM: 'Firstwin <plans@example.com>',
    }
    runIn(
      old,
      variables,
      'app/server/create-first-workspace.ts',
      ...['--name', 'Brightline', '--admin', admin, '--domain', 'brightline.example'],
    )
    const start = () => startAppProcess(variables, join(dir, 'app.log'), old)
    const apps = [await start(), await start()] as const
    stops.unshift(...apps.map((app) => () => app.stop()))
    const behind = { files, apps: [apps[0].port, apps[1].port] as const }
    let front: Front = await startFront('nginx', { ...behind, dir: join(dir, 'nginx') })
    stops.unshift(() => front.stop())
    const base = () => `http://127.0.0.1:${front.port}`

    await until(() => mail.countTo(admin) > 0, 60, 'the admin has a link')
    const cookie = await signIn(base(), /http\S+\/link\/\S+/.exec(mail.textsTo(admin)[0] ?? '')?.[0] ?? '')
    const [workspace] = await ask<{ id: string }>('select workspace_id as id from workspace')
    const plans: OpenPlan[] = []
    // Enough that the people who write have work until the end: a plan takes thirty of their milestones.
    for (let n = 1; n <= 16; n++) plans.push(await createPlan(base(), cookie, workspace?.id ?? '', `Halden Foods ${n}`))
    const [plan] = plans
    assert.ok(plan)
    const openedBefore = await filesOf(base(), plan)

    const writers = startWriters(() => [base()], plans, 2)
    const readers = startReaders(base, plans.slice(0, 4))
    const followers = plans.slice(0, 4).map((plan) => followPlan(base, plan))
    stops.unshift(
      () => writers.end(),
      () => readers.end(),
      ...followers.map((follower) => () => follower.end()),
    )
    const requireNoFailure = (what: string) => {
      assert.deepEqual([...writers.refused, ...writers.delayed, ...readers.failed], [], `failed: ${what}`)
      const confirmed = writers.changes.filter(({ isConfirmed }) => isConfirmed).length
      say(`${what}: no request failed; ${readers.count()} pages and ${confirmed} changes so far.`)
    }
    const replaceBoth = async (build: string) => {
      for (const app of apps) {
        await app.stop()
        await app.start(build)
        await pause(2_000)
      }
    }

    await pause(3_000)
    requireNoFailure('Before the upgrade')
    keepFiles(projectDir)
    runIn(projectDir, { MIGRATION_DATABASE_URL: ownerUrl }, 'app/server/migrate.ts')
    await pause(3_000)
    requireNoFailure('Migrated, both processes of the earlier build')
    await replaceBoth(projectDir)
    requireNoFailure('Both processes replaced by this build')
    await requireFiles(base(), openedBefore, 'a page opened before the upgrade')
    await requireFiles(base(), await filesOf(base(), plan), 'a page of this build')

    const nginx = front
    front = await startFront('Caddy', { ...behind, dir: join(dir, 'caddy') })
    stops.unshift(() => nginx.stop())
    await pause(3_000)
    requireNoFailure('Caddy in front')
    await replaceBoth(old)
    requireNoFailure('Both processes back to the earlier build')
    await replaceBoth(projectDir)
    requireNoFailure('Both processes replaced by this build again')
    await requireFiles(base(), openedBefore, 'a page opened before the upgrade')

    await writers.end()
    await readers.end()
    requireNoFailure('At the end')
    for (const follower of followers) {
      const [row] = await ask<{ number: string }>(
        `select last_number as number from activity_counter where scope = 'plan' and scope_id = $1`,
        [follower.plan.planId],
      )
      await until(() => follower.latest() === Number(row?.number), 30, 'a page has the last change')
    }
    for (const { kind, name, isConfirmed } of writers.changes) {
      const text =
        kind === 'milestone' ? 'select 1 from milestone where title = $1' : 'select 1 from participant where email = $1'
      assert.equal((await ask(text, [name])).length, isConfirmed ? 1 : 0, name)
      if (kind === 'invitation') await until(() => mail.countTo(name) === 1, 60, `one email to ${name}`)
    }
    assert.deepEqual(mail.faults, [])
    say('Every change is there once, every email left once, every page heard all.')
  } finally {
    for (const stop of stops) await stop()
  }
}

const from = process.argv[2]
if (from === undefined) {
  say('Name the commit to upgrade from, or the folder of a build: npm run upgrade:try -- <commit>')
  process.exit(1)
}
const dir = mkdtempSync(join(tmpdir(), 'firstwin-upgrade-'))
let broken = true
try {
  const isFolder = existsSync(from)
  if (!isFolder) buildOf(from, join(dir, 'old'))
  await tryUpgrade(isFolder ? resolve(from) : join(dir, 'old'), dir)
  broken = false
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (existsSync(dir)) say(`Logs are in ${dir}.`)
}
if (!broken) rmSync(dir, { recursive: true, force: true })
process.exit(broken ? 1 : 0)
