import { strict as assert } from 'node:assert'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beginSession } from '#app/access/core/session.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { makeParts } from '#app/server/make-parts.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { withClient } from '#tests/harness/template.ts'
import { startAppProcess, until } from './app-processes.ts'
import { startMailService } from './mail-service.ts'
import { type OpenPlan, followPlan, startWriters } from './traffic.ts'

type AppUnderTraffic = {
  /** The database, for the app. */
  appUrl: string
  /** The same without a pooler, which would not deliver announcements. */
  listenUrl?: string
  /** The same for checks from outside, as a role that bypasses row-level security. */
  adminUrl(): string
  /** How many people write, and on how many plans each. */
  writers: number
  plansOfWriter: number
}

/** How soon everything works again once the database is back, in seconds. */
const recovery = 10

/**
 * Two processes of the app with people at work: they write and follow their plans, and emails are sent. The checks verify that nothing was
 * lost or done twice.
 */
export async function startAppUnderTraffic({
  appUrl,
  listenUrl = appUrl,
  adminUrl,
  writers,
  plansOfWriter,
}: AppUnderTraffic) {
  const mail = await startMailService()
  const variables = {
    DATABASE_URL: appUrl,
    LISTEN_DATABASE_URL: listenUrl,
    RESEND_API_KEY: 're_fault',
    RESEND_PER_SECOND: '1000',
    RESEND_BASE_URL: mail.baseUrl,
    APP_URL: 'http://127.0.0.1:3000',
    LINK_SECRET: 'a secret for faults, long enough to be one',
    EMAIL_FROM: 'Firstwin <plans@example.com>',
    DRAIN_SECONDS: '0',
  }
  const plans = await openPlans(variables, writers * plansOfWriter)
  const logFile = join(mkdtempSync(join(tmpdir(), 'firstwin-fault-')), 'app.log')
  const apps = await Promise.all([startAppProcess(variables, logFile), startAppProcess(variables, logFile)])
  const followers = plans.slice(0, 4).map((plan, n) => followPlan(() => apps[n % 2]?.baseUrl ?? '', plan))
  const traffic = startWriters(() => apps.map(({ baseUrl }) => baseUrl), plans, writers)
  const ask = <Row extends object>(text: string, values: unknown[] = []) =>
    withClient(adminUrl(), async (client) => (await client.query<Row>(text, values)).rows)
  const confirmed = () => traffic.changes.filter(({ isConfirmed }) => isConfirmed).length
  return {
    apps,
    logFile,
    confirmed,
    /** @returns after how many milliseconds both processes are ready, have a listener each, and confirm changes again */
    async recover(): Promise<number> {
      const began = performance.now()
      await until(async () => (await Promise.all(apps.map((app) => app.isReady()))).every(Boolean), recovery, 'ready')
      const before = confirmed()
      await until(() => confirmed() > before, recovery, 'a change is confirmed again')
      const listeners = async () =>
        (
          await ask(
            `select 1 from pg_stat_activity where application_name = 'firstwin-listener' and datname = current_database()`,
          )
        ).length
      await until(async () => (await listeners()) === apps.length, recovery, 'one listener for each process')
      return Math.round(performance.now() - began)
    },
    /** Ends the work and compares what was confirmed with what is there. @returns how many changes were confirmed */
    async checkChanges(): Promise<number> {
      await traffic.end()
      assert.deepEqual(traffic.refused, [], 'refused though nothing was wrong with it')
      for (const follower of followers) await until(() => hasHeardAll(follower), 30, 'a page has the last change')
      for (const { kind, plan, name, isConfirmed } of traffic.changes) {
        const [text, values] =
          kind === 'milestone'
            ? ['select 1 from milestone where workspace_id = $1 and title = $2', [plan.workspaceId, name]]
            : ['select 1 from participant where workspace_id = $1 and email = $2', [plan.workspaceId, name]]
        const there = (await ask(text as string, values as unknown[])).length
        assert.ok(isConfirmed ? there === 1 : there <= 1, `${name} is there ${there} times`)
      }
      return confirmed()
    },
    /** Waits for all emails of the work that is over, also those of a killed worker. @returns how many were compared */
    async checkEmails(): Promise<number> {
      const waiting = async () => (await ask(`select 1 from notice where state = 'waiting' and not daily`)).length
      await until(async () => (await waiting()) === 0, 120, 'all emails have left')
      const invited = traffic.changes.filter(({ kind, isConfirmed }) => kind === 'invitation' && isConfirmed)
      for (const { name } of invited) assert.equal(mail.countTo(name), 1, `emails to ${name}`)
      assert.deepEqual(mail.faults, [])
      return invited.length
    },
    async stop() {
      await traffic.end()
      await Promise.all([
        ...followers.map((follower) => follower.end()),
        ...apps.map((app) => app.stop()),
        mail.close(),
      ])
    },
  }

  async function hasHeardAll({ plan, latest }: ReturnType<typeof followPlan>) {
    const [row] = await ask<{ number: string }>(
      `select last_number as number from activity_counter where workspace_id = $1 and scope = 'plan' and scope_id = $2`,
      [plan.workspaceId, plan.planId],
    )
    return Number(row?.number) === latest()
  }
}

/** Runs a fault while people work before, during and after it, and says how soon all works again. */
export async function during(
  running: Awaited<ReturnType<typeof startAppUnderTraffic>>,
  say: (line: string) => void,
  what: string,
  fault: () => Promise<void>,
) {
  await pause(3_000)
  await fault()
  say(`${what}: all works again after ${await running.recover()} ms, ${running.confirmed()} changes confirmed so far.`)
}

async function openPlans(variables: Record<string, string>, many: number): Promise<OpenPlan[]> {
  const { parts, close } = await makeParts(readEnvironment(variables), createLog({ level: 'silent' }))
  try {
    const plans: OpenPlan[] = []
    for (let n = 0; n < many; n++) {
      const plan = await makePlan(parts.db)
      const setCookie = await inWorkspace(parts.db, plan.workspaceId, (trx) =>
        beginSession(parts, trx, plan.workspaceId, { memberId: plan.lead.id }, null),
      )
      plans.push({ plan, cookie: setCookie.split(';')[0] ?? '' })
    }
    return plans
  } finally {
    await close()
  }
}
