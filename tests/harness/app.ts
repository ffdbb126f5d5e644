import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CapturedEmail } from '#app/demo/mailbox-store.server.ts'
import type { AppOrder, AppReport, MemoryReport } from './app-process.ts'
import { cloneTemplate } from './template.ts'
import type { TemplateServer } from './template.ts'

export type MailboxOfTest = {
  /** Newest first. */
  list(): Promise<CapturedEmail[]>
  /**
   * The newest email to `to` whose subject holds `subject`, waited for.
   * @throws Error naming what did arrive, after `patience` milliseconds
   */
  waitFor(to: string, subject: string | RegExp, patience?: number): Promise<CapturedEmail>
}

export type RunningApp = {
  baseUrl: string
  mailbox: MailboxOfTest
  /** The owning role's database, for checks from outside. */
  ownerUrl: string
  appUrl: string
  /** The environment with which other programs of ours work on the same app (`npm run workspace:create`). */
  variables: Record<string, string>
  /** What the process holds, in bytes, once what can be freed was freed. */
  memory(): Promise<MemoryReport>
  /** Whether it is still the process that was started. */
  isUp(): boolean
  /** The app's log so far, one JSON line an event. */
  log(): string
  stop(): Promise<void>
}

/** Starts a real app process, built bundle and worker included, on a database and mailbox of its own. */
export async function startApp(server: TemplateServer): Promise<RunningApp> {
  const clone = await cloneTemplate(server)
  const dataDir = mkdtempSync(join(tmpdir(), 'firstwin-app-'))
  const logFile = join(dataDir, 'firstwin.log')
  const order: AppOrder = { dataDir, logFile, ownerUrl: clone.ownerUrl, appUrl: clone.appUrl }
  const child = fork(join(import.meta.dirname, 'app-process.ts'), [JSON.stringify(order)], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    // An identity provider of a test runs on the loopback.
    env: { ...process.env, NODE_ENV: 'production', OUTGOING_ALLOW: '127.0.0.1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const { baseUrl, variables } = await new Promise<AppReport>((done, fail) => {
    child.once('message', (report: AppReport) => done(report))
    child.once('exit', (code) => fail(new Error(`The app ended before it was up (code ${code}).`)))
  })
  return {
    baseUrl,
    variables,
    mailbox: mailboxAt(baseUrl),
    ownerUrl: clone.ownerUrl,
    appUrl: clone.appUrl,
    memory: () =>
      new Promise((done) => {
        child.once('message', (report: MemoryReport) => done(report))
        child.send('memory')
      }),
    isUp: () => child.exitCode === null && child.signalCode === null,
    log: () => readFileSync(logFile, 'utf8'),
    async stop() {
      child.kill('SIGTERM')
      await ended
      await clone.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function mailboxAt(baseUrl: string): MailboxOfTest {
  const list = async () => (await (await fetch(`${baseUrl}/mailbox.json`)).json()) as CapturedEmail[]
  return {
    list,
    async waitFor(to, subject, patience = 15_000) {
      const until = Date.now() + patience
      const fits = (text: string) => (typeof subject === 'string' ? text.includes(subject) : subject.test(text))
      for (;;) {
        const emails = await list()
        const found = emails.find((email) => email.to.includes(to) && fits(email.subject))
        if (found) return found
        if (Date.now() > until) {
          const there = emails.map((email) => `  ${email.to.join(', ')}: ${email.subject}`).join('\n')
          throw new Error(
            `No email to ${to} about ${String(subject)} came within ${patience} ms. There are:\n${there || '  none'}`,
          )
        }
        await new Promise((done) => setTimeout(done, 100))
      }
    },
  }
}
