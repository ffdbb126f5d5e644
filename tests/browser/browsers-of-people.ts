import type { Browser, BrowserContext, Page } from '@playwright/test'
import { setClock } from '#tests/harness/browser.ts'

type Options = { javaScriptEnabled?: boolean; hasTouch?: boolean; locale?: string }
/** `keepsToTest`: the browser ends with its test, which changes what cannot be put back, such as its clock, or loads files for the first time. */
export type Someone = Options & { keepsToTest?: true }

/** Browsers that run no script, which no page waits for. */
export const withoutScript = new WeakSet<BrowserContext>()

export async function openContext(browser: Browser, baseURL: string, options: Options = {}) {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  await setClock(context)
  if (options.javaScriptEnabled === false) withoutScript.add(context)
  return context
}

export type BrowsersOfPeople = {
  take(options: Someone): Promise<BrowserContext>
  /** @param hasFailed then its test may have left it in any state */
  giveBack(context: BrowserContext, options: Someone, hasFailed: boolean): Promise<void>
}

/**
 * The browsers of a worker's people. A browser goes from one test to the next, without what its pages kept, since one that has loaded the app's
 * files before opens a page in a third of the time.
 */
export function browsersOfPeople(browser: Browser, baseURL: string): BrowsersOfPeople {
  const free = new Map<string, BrowserContext[]>()
  return {
    async take({ keepsToTest, ...options }) {
      const context = keepsToTest ? undefined : free.get(keyOf(options))?.pop()
      return context ?? (await openContext(browser, baseURL, options))
    },
    async giveBack(context, { keepsToTest, ...options }, hasFailed) {
      if (!browser.contexts().includes(context)) return
      const [page, ...others] = context.pages()
      if (hasFailed || keepsToTest || !page) return context.close()
      await Promise.all(others.map((other) => other.close()))
      await clear(context, page, baseURL)
      await page.close()
      const key = keyOf(options)
      free.set(key, [...(free.get(key) ?? []), context])
    },
  }
}

async function clear(context: BrowserContext, page: Page, origin: string) {
  const cdp = await context.newCDPSession(page)
  const storageTypes = 'local_storage,indexeddb,cache_storage,service_workers'
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes })
  await context.clearCookies()
  await context.setOffline(false)
}

const keyOf = (options: Options) => JSON.stringify(Object.entries(options).sort())
