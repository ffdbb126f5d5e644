import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CapturedEmail } from '#app/demo/open-mailbox.server.ts'
import type {
  AppAnswer,
  AppOrder,
  AppQuestion,
  AppReport,
  AppRequest,
  FirstWorkspace,
  MemoryReport,
} from './app-process.ts'
import { appProgram } from './app-program.ts'
import { cloneTemplate } from './template.ts'
import type { TemplateServer } from './template.ts'

export type MailboxOfTest = {
  /** Newest first; of one address alone, where it is given: all of a worker's grow to megabytes. */
  list(to?: string): Promise<CapturedEmail[]>
  /**
   * The newest email to `to` whose subject contains `subject`; waits for it.
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
  /** The environment with which other programs of ours work on the same app. */
  variables: Record<string, string>
  /** An empty workspace of its own; the admin's link arrives in the mailbox. Rejects with the reason where it is refused. */
  createWorkspace(workspace: FirstWorkspace): Promise<void>
  /** Memory of the process after garbage collection, in bytes. */
  memory(): Promise<MemoryReport>
  /** The longest block of its event loop since the last call, in milliseconds of processor time; 0 at first. */
  longestTurn(): Promise<number>
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
  const { ownerUrl, appUrl, listenUrl } = clone
  const order: AppOrder = { dataDir, logFile, ownerUrl, appUrl, listenUrl }
  const child = fork(appProgram(), [JSON.stringify(order)], {
    execArgv: ['--expose-gc', '--enable-source-maps'],
    // An identity provider of a test runs on the loopback.
    env: { ...process.env, NODE_ENV: 'production', OUTGOING_ALLOW: '127.0.0.1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const { baseUrl, variables } = await new Promise<AppReport>((done, fail) => {
    child.once('message', (report: AppReport) => done(report))
    child.once('exit', (code) => fail(new Error(`The app ended before it was up (code ${code}).`)))
  })
  const ask = questionsTo(child)
  return {
    baseUrl,
    variables,
    async createWorkspace(workspace) {
      await ask({ kind: 'workspace', workspace })
    },
    mailbox: mailboxAt(baseUrl),
    ownerUrl,
    appUrl,
    async memory() {
      const report = await ask({ kind: 'memory' })
      if (report === null || typeof report === 'number') throw new Error('The app did not say what it holds.')
      return report
    },
    longestTurn: async () => Number(await ask({ kind: 'longest turn' })),
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

/** Sends a request to the app process; several may be in progress at once. */
function questionsTo(child: ChildProcess) {
  let last = 0
  const waiting = new Map<number, (answer: AppAnswer) => void>()
  child.on('message', (answer: AppAnswer) => {
    waiting.get(answer.number)?.(answer)
    waiting.delete(answer.number)
  })
  return (question: AppQuestion) =>
    new Promise<MemoryReport | number | null>((done, fail) => {
      const number = ++last
      waiting.set(number, (answer) => ('done' in answer ? done(answer.done) : fail(new Error(answer.failed))))
      child.send({ ...question, number } satisfies AppRequest)
    })
}

function mailboxAt(baseUrl: string): MailboxOfTest {
  const list = async (to?: string) => {
    const query = to === undefined ? '' : `?${new URLSearchParams({ to }).toString()}`
    return (await (await fetch(`${baseUrl}/mailbox.json${query}`)).json()) as CapturedEmail[]
  }
  return {
    list,
    async waitFor(to, subject, patience = 60_000) {
      const until = performance.now() + patience
      const fits = (text: string) => (typeof subject === 'string' ? text.includes(subject) : subject.test(text))
      for (;;) {
        const found = (await list(to)).find((email) => fits(email.subject))
        if (found) return found
        if (performance.now() > until) {
          const there = (await list()).map((email) => `  ${email.to.join(', ')}: ${email.subject}`).join('\n')
          throw new Error(
            `No email to ${to} about ${String(subject)} came within ${patience} ms. There are:\n${there || '  none'}`,
          )
        }
        await new Promise((done) => setTimeout(done, 100))
      }
    },
  }
}
