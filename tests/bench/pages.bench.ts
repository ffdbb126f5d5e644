import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { beginSession } from '#app/access/core/session.server.ts'
import { systemClock } from '#app/kit/clock.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { haldenPlan } from '#tests/factories/workspace.ts'
import { freePort } from '#tests/harness/free-port.ts'
import { cpuSeconds, load } from './load.ts'

/**
 * Requests per second of the demo's pages, compared with a minimal Remix page of 60 rows (`bare-page.tsx`) in the same run:
 * in turn, several rounds, medians. Once compressed, as every browser asks, and once not, as some programs do. `SECONDS` is the time for each.
 */
const seconds = Number(process.env.SECONDS || 3)
const rounds = Number(process.env.ROUNDS || 3)
const connections = 4
const plans = 100

type Demo = { baseUrl: string; databaseUrl: string }

async function startDemo(dataDir: string): Promise<{ child: ChildProcess; demo: Demo }> {
  const port = await freePort()
  const program = join(import.meta.dirname, '../../app/demo/demo.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(port), DEMO_DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ready = join(dataDir, 'demo.json')
  while (!existsSync(ready)) {
    if (child.exitCode !== null) throw new Error('The demo ended before it was up.')
    await pause(200)
  }
  return { child, demo: JSON.parse(readFileSync(ready, 'utf8')) as Demo }
}

async function startBare(): Promise<{ child: ChildProcess; baseUrl: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bare-page.tsx')], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, baseUrl: line }
}

/** The demo's first plan with its people signed in, and as many other plans as a vendor may have. */
async function prepare({ baseUrl, databaseUrl }: Demo) {
  const db = createDatabase(databaseUrl, { max: 2 })
  const plan = await db
    .selectFrom('plan')
    .innerJoin('account', 'account.id', 'plan.accountId')
    .selectAll('plan')
    .where('account.name', 'like', 'Halden%')
    .executeTakeFirstOrThrow()
  const { workspaceId, accountId, leadId, id: planId } = plan
  const champion = await db
    .selectFrom('planParticipant')
    .select('participantId')
    .where('planId', '=', planId)
    .where('role', '=', 'champion')
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const marketing = await db
    .selectFrom('member')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where((where) => where(where.val('marketing'), '=', where.fn.any('roles')))
    .executeTakeFirstOrThrow()
  const task = await db
    .selectFrom('task')
    .select('id')
    .where('planId', '=', planId)
    .where('privateTo', 'is', null)
    .executeTakeFirstOrThrow()
  const { count } = await db
    .selectFrom('plan')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const cookies = await inWorkspace(db, workspaceId, async (trx) => {
    for (let at = Number(count); at < plans; at++)
      await insertPlan(trx, haldenPlan({ workspaceId, accountId, leadId, project: `Plan ${at}` }), systemClock.now())
    const signIn = async (person: Parameters<typeof beginSession>[3]) => {
      const settings = { environment: { appUrl: baseUrl, sessionDays: 30 }, clock: systemClock }
      return (await beginSession(settings as Parameters<typeof beginSession>[0], trx, workspaceId, person, null)).split(
        ';',
      )[0]
    }
    return {
      lead: await signIn({ memberId: leadId }),
      champion: await signIn({ participantId: champion.participantId }),
      marketing: await signIn({ memberId: marketing.id }),
    }
  })
  return { db, planId, taskId: task.id, cookies }
}

/** Bytes of a page that is not compressed. */
const sizeOf = async ({ url, cookie }: { url: string; cookie: string }) =>
  (await (await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } })).arrayBuffer()).byteLength

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

ensureBuild()
const dataDir = mkdtempSync(join(tmpdir(), 'firstwin-bench-'))
const bare = await startBare()
const { child, demo } = await startDemo(dataDir)
try {
  const { db, planId, taskId, cookies } = await prepare(demo)
  const of = (who: keyof typeof cookies, path: string) => ({
    url: demo.baseUrl + path,
    cookie: cookies[who] ?? '',
    pid: child.pid ?? 0,
  })
  const change = () => db.updateTable('plan').set({ ifMissed: 'It is missed.' }).where('id', '=', planId).execute()
  const bareAt = (path: string) => ({ url: bare.baseUrl + path, cookie: '', pid: bare.child.pid ?? 0 })
  const planPage = of('champion', `/plans/${planId}`)
  const asLarge = Math.round((60 * (await sizeOf(planPage))) / (await sizeOf(bareAt('/'))))
  const pages = {
    'the bare page': bareAt('/'),
    'a bare page as large as the plan page': bareAt(`/?rows=${asLarge}`),
    'plan page of the buyer, unchanged': planPage,
    'plan page of the rep, unchanged': of('lead', `/plans/${planId}`),
    'plan page of the buyer, changed before each look': { ...planPage, before: change },
    'a task': of('champion', `/plans/${planId}/tasks/${taskId}`),
    activity: of('champion', `/plans/${planId}/activity`),
    '/plans': of('lead', '/plans'),
    '/references': of('marketing', '/references'),
  }
  for (const [how, codings] of Object.entries({ compressed: 'gzip, deflate, br', 'not compressed': 'identity' })) {
    const found = new Map(
      Object.keys(pages).map((name) => [name, { rate: [] as number[], cpu: [] as number[], bytes: 0 }]),
    )
    for (let round = 0; round <= rounds; round++)
      for (const [name, page] of Object.entries(pages)) {
        const before = cpuSeconds(page.pid)
        const asked = { ...page, codings }
        const { answered, seconds: took, bytes } = await load(asked, 'before' in page ? 1 : connections, seconds)
        // The first round warms up.
        if (round === 0) continue
        found.get(name)?.rate.push(answered / took)
        found.get(name)?.cpu.push(((cpuSeconds(page.pid) - before) * 1000) / answered)
        Object.assign(found.get(name) ?? {}, { bytes })
      }
    const yardstick = found.get('the bare page')
    process.stdout.write(`${how}\n`)
    for (const [name, { rate, cpu, bytes }] of found)
      process.stdout.write(
        `  ${name}: ${median(rate).toFixed(0)} a second, ${(median(rate) / median(yardstick?.rate ?? [])).toFixed(2)} × the bare page; ` +
          `${median(cpu).toFixed(1)} ms of processor, ${(median(cpu) / median(yardstick?.cpu ?? [])).toFixed(2)} ×; ${(bytes / 1024).toFixed(0)} KB\n`,
      )
  }
  await db.destroy()
} finally {
  bare.child.kill()
  child.kill()
  await once(child, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}
