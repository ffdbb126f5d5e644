import { existsSync } from 'node:fs'
import { type Browser, type Page, chromium } from '@playwright/test'
import { createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { plainCalendar } from '#app/schedule/stored-calendar.ts'
import { type NewPlan, insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { addDays } from '#app/schedule/dates.ts'
import { schedule } from '#app/schedule/schedule.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { type RunningApp, startApp } from '#tests/harness/app.ts'
import { inDays, runClock } from '#tests/harness/clock.ts'
import { startTestServer } from '#tests/harness/server.ts'
import { prepareTemplate } from '#tests/harness/template.ts'
import { engineSize } from './engine-size.ts'
import { scriptingPerKey } from './scripting.ts'
import { randomPlan } from './schedule-graphs.ts'

/**
 * A what-if on a plan of 200 tasks, in Chromium on the built app: scripting from each key to the frame with the moved headline and
 * timeline. And what the engine adds to the page. Ends with an error when either is over.
 */
const size = 200
const most = { milliseconds: 16, bytes: 8 * 1024 }
const keys = 60

const today = inDays(0)

/** A chain through five stages, with a second dependency for each task: a key moves nearly everything. */
function longPlan(who: Pick<NewPlan, 'workspaceId' | 'accountId' | 'leadId'>): NewPlan {
  const stages = ['Discovery', 'Purchase', 'Implementation', 'Rollout', 'Value'] as const
  const sides = ['vendor', 'customer', 'both'] as const
  const each = size / stages.length
  return {
    ...who,
    project: 'A long plan',
    template: 'none',
    timeZone: 'UTC',
    vendorCalendar: plainCalendar,
    customerCalendar: plainCalendar,
    startOn: today,
    criticalDate: addDays(today, 500),
    criticalReason: 'the year ends',
    ifMissed: null,
    firstWin: {
      statement: 'It works.',
      measure: 'time',
      unit: 'days',
      baseline: 30,
      target: 1,
      winBy: addDays(today, 640),
      announcedTo: 'everybody',
    },
    milestones: stages.map((stage, at) => ({
      stage,
      title: `${stage} is over`,
      tasks: Array.from({ length: each }, (_, nth) => {
        const index = at * each + nth
        const before = [index - 1, index - 7].filter((it) => it >= 0)
        return {
          key: String(index),
          title: `Task ${index}`,
          side: sides[index % 3] ?? 'vendor',
          durationDays: 1 + (index % 2),
          owner: { memberId: who.leadId },
          dependsOn: before.map((it) => ({ key: String(it) })),
        }
      }),
    })),
  }
}

async function openPlan(app: RunningApp, browser: Browser): Promise<Page> {
  await app.createWorkspace({ name: 'Brightline', admin: 'ana@brightline.example', domain: 'brightline.example' })
  const page = await browser.newPage({ baseURL: app.baseUrl, viewport: { width: 1440, height: 900 } })
  const email = await app.mailbox.waitFor('ana@brightline.example', 'sign in')
  await page.goto(/https?:\/\/\S+\/link\/\S+/.exec(email.text)?.[0] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/plans')
  const db = createDatabase(app.ownerUrl, { max: 1 })
  try {
    const { workspaceId, id: leadId } = await db
      .selectFrom('member')
      .select(['workspaceId', 'id'])
      .executeTakeFirstOrThrow()
    const accountId = newId()
    const { planId } = await inWorkspace(db, workspaceId, async (trx) => {
      await trx
        .insertInto('account')
        .values({ workspaceId, id: accountId, name: 'Halden Foods', createdAt: runClock.now() })
        .execute()
      return insertPlan(trx, longPlan({ workspaceId, accountId, leadId }), runClock.now())
    })
    await page.goto(`/plans/${planId}`)
  } finally {
    await db.destroy()
  }
  return page
}

const quantile = (values: readonly number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0

function bareEngine(): number {
  const plan = randomPlan(size)
  return quantile(
    Array.from({ length: 200 }, () => {
      const from = performance.now()
      schedule(plan)
      return performance.now() - from
    }),
    0.5,
  )
}

function judge(what: string, value: number, limit: number, unit: string) {
  process.stdout.write(`${value <= limit ? 'ok  ' : 'OVER'} ${what}: ${value.toFixed(1)} ${unit} (at most ${limit})\n`)
  if (value > limit) process.exitCode = 1
}

const { bytes } = await engineSize()
judge('the engine on the page, gzipped', bytes, most.bytes, 'bytes')

ensureBuild()
const { serverUrl, stop } = await startTestServer()
const app = await startApp(await prepareTemplate(serverUrl))
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) })
try {
  const page = await openPlan(app, browser)
  const bar = page.getByRole('slider', { name: 'Move Task 3', exact: true })
  await bar.focus()
  const before = await page.getByRole('heading', { level: 1 }).textContent()
  const times = await scriptingPerKey(page, browser, keys)
  const moved = await page.locator('.row.tried').count()
  const after = await page.getByRole('heading', { level: 1 }).textContent()
  if (before === after || moved < size / 2) throw new Error(`Only ${moved} rows moved; the headline says: ${after}`)
  const engine = bareEngine()
  const frames = times.map(({ frame }) => frame)
  const all = times.map((it) => it.all)
  const say = (values: number[]) =>
    `median ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms`
  process.stdout.write(
    `${times.length} keys, ${moved} rows moved. Scripting from the key to the frame with headline and timeline: ${say(frames)}; ` +
      `with the table, which follows in slices: ${say(all)}. The bare engine ${engine.toFixed(2)} ms.\n`,
  )
  judge('a what-if on 200 tasks, scripting from key to frame (median)', quantile(frames, 0.5), most.milliseconds, 'ms')
} finally {
  await browser.close()
  await app.stop()
  await stop()
}
