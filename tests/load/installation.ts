import { mkdtempSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'kysely'
import { type SessionOwner, beginSession } from '#app/access/core/session.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { systemClock, todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { createLog } from '#app/kit/log.server.ts'
import { addDays } from '#app/schedule/dates.ts'
import { makeParts } from '#app/server/make-parts.server.ts'
import type { Database } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type SamplePlan, haldenPlan, makePlan } from '#tests/factories/workspace.ts'
import { type AppProcess, startAppProcess } from '#tests/fault/app-processes.ts'
import { startMailService } from '#tests/fault/mail-service.ts'

export type Installation = {
  /** The parts of this process, on the same database. */
  parts: Parts
  apps: AppProcess[]
  /** @returns the cookie that a person's browser sends */
  signIn(workspaceId: string, person: SessionOwner): Promise<string>
  stop(): Promise<void>
}

type Options = {
  /** The database, for the app. */
  appUrl: string
  /** The same without a pooler, which would not deliver announcements. */
  listenUrl?: string
  processes: number
  /** Is told about each statement of this process. */
  statement?: Logger
}

/** The app as an operator runs it, in a number of processes of its own on the loopback. */
export async function startInstallation({
  appUrl,
  listenUrl = appUrl,
  processes,
  statement,
}: Options): Promise<Installation> {
  const mail = await startMailService()
  const variables = {
    DATABASE_URL: appUrl,
    LISTEN_DATABASE_URL: listenUrl,
    RESEND_API_KEY: 're_load',
    RESEND_PER_SECOND: '1000',
    RESEND_BASE_URL: mail.baseUrl,
    APP_URL: 'http://127.0.0.1:3000',
    LINK_SECRET: 'a secret under load, long enough to be one',
    EMAIL_FROM: 'Firstwin <plans@example.com>',
    DRAIN_SECONDS: '0',
  }
  const log = createLog({ level: 'silent' })
  const { parts, close } = await makeParts(readEnvironment(variables), log, statement && { statement })
  const logFile = join(mkdtempSync(join(tmpdir(), 'firstwin-load-')), 'app.log')
  const apps = await Promise.all(Array.from({ length: processes }, () => startAppProcess(variables, logFile)))
  return {
    parts,
    apps,
    signIn: (workspaceId, person) =>
      inWorkspace(
        parts.db,
        workspaceId,
        async (trx) => (await beginSession(parts, trx, workspaceId, person, null)).split(';')[0] ?? '',
      ),
    async stop() {
      await Promise.all([...apps.map((app) => app.stop()), mail.close()])
      await close()
    },
  }
}

const inDays = (days: number) => addDays(todayIn('Europe/Berlin', systemClock.now()), days)

/** A plan of twenty tasks, or of more with more areas to check, six months ahead of its first win, as the app's clock sees it. */
export const makeCurrentPlan = (db: Database, areas = 14): Promise<SamplePlan> => {
  const { milestones, firstWin } = haldenPlan({ workspaceId: '', accountId: '', leadId: '' })
  const more = Array.from({ length: areas }, (_, n) => ({
    key: `check ${n}`,
    title: `Check area ${n}`,
    side: n % 2 === 0 ? ('vendor' as const) : ('customer' as const),
    durationDays: 3,
    owner: { placeholder: 'Customer’s finance' },
    dependsOn: [{ key: 'scope' }],
  }))
  return makePlan(db, {
    startOn: inDays(0),
    criticalDate: inDays(150),
    firstWin: { ...firstWin, winBy: inDays(180) },
    milestones: milestones.map((milestone) => ({
      ...milestone,
      tasks: [
        ...milestone.tasks.map((task) => ({ ...task, owner: { placeholder: 'Customer’s finance' } })),
        ...(milestone.stage === 'Implementation' ? more : []),
      ],
    })),
  })
}

export type Answered = { status: number; body: string; ms: number }
export type Asked = { cookie: string; form?: Record<string, string>; accept?: string }

const agent = new Agent({ keepAlive: true })

/** One request over connections that stay open, and how long it took until its last byte. */
export function ask(url: URL, { cookie, form, accept = 'text/html' }: Asked): Promise<Answered> {
  const body = form && new URLSearchParams(form).toString()
  const headers = { cookie, accept, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) }
  const since = performance.now()
  return new Promise((done, fail) => {
    const asked = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          ms: performance.now() - since,
        }),
      )
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

/** The value below which this share of the values lies. */
export function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
