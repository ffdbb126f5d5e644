import { expect, test as base } from '@playwright/test'
import type { BrowserContext, Page, Response } from '@playwright/test'
import { startApp } from './app.ts'
import type { MailboxOfTest, RunningApp } from './app.ts'
import { isSystemClock, runClock } from './clock.ts'
import type { TemplateServer } from './template.ts'

type WorkerFixtures = {
  /** The worker's own app process. Tests of one worker share it: give each its own workspace. */
  app: RunningApp
}

export type Trouble = { seen: string[]; expected: RegExp[] }

type Fixtures = {
  mailbox: MailboxOfTest
  /**
   * What the page did that fails the test: console errors, uncaught errors, answers of 500 and above. A test that provokes one says
   * so with `trouble.expected.push(/…/)`.
   */
  trouble: Trouble
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const app = await startApp(JSON.parse(process.env.FIRSTWIN_TEMPLATE_SERVER ?? '') as TemplateServer)
      await use(app)
      await app.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ app }, use) => use(app.baseUrl),
  context: async ({ context }, use) => {
    await setClock(context)
    await use(context)
  },
  mailbox: ({ app }, use) => use(app.mailbox),
  trouble: [
    async ({ context }, use) => {
      const trouble: Trouble = { seen: [], expected: [] }
      watchContext(context, trouble)
      await use(trouble)
      const unexpected = trouble.seen.filter(
        (line) => !isRefusal(line) && !isAborted(line) && !trouble.expected.some((pattern) => pattern.test(line)),
      )
      expect(unexpected, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
})

/** Sets the run's clock in a context's pages; time passes as usual. For contexts that a test opens itself. */
export async function setClock(context: BrowserContext) {
  if (!isSystemClock()) await context.clock.install({ time: runClock.now() })
}

/** Records errors on every page that a context opens from now on. For contexts that a test opens itself. @returns what ends it */
export function watchContext(context: BrowserContext, trouble: Trouble): () => void {
  const onPage = (page: Page) => {
    page.on('pageerror', (error) => trouble.seen.push(`uncaught: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().startsWith('The page was drawn again'))
        trouble.seen.push(`console: ${message.text()} (${message.location().url})`)
    })
  }
  const onResponse = (response: Response) => {
    if (response.status() >= 500)
      trouble.seen.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  }
  context.on('page', onPage).on('response', onResponse)
  return () => void context.off('page', onPage).off('response', onResponse)
}

/** Chromium writes a console error for every answer from 400 on; those below 500 are part of the product. */
const isRefusal = (line: string) => /^console: Failed to load resource: .* status of 4\d\d/.test(line)

/** The router aborts a load that a newer one replaces; the reader of its stream then rejects, and nothing handles that. */
const isAborted = (line: string) => /: (AbortError: )?signal is aborted without reason$/.test(line)

export { expect }
