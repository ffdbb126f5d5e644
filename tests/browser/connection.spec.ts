import type { Page } from '@playwright/test'
import { runClock } from '#tests/harness/clock.ts'
import { check } from './axe.ts'
import { createPlan, comeHome, expect, invite, linkIn, newCast, openPlan, region, task, test } from './cast.ts'

/** Delays every request for page data. */
const slowDown = (page: Page, ms: number) =>
  page.route(/\.data(\?|$)/, async (route) => {
    await new Promise((done) => setTimeout(done, ms))
    await route.continue()
  })

test('a page that takes its time says that it is loading', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  await rep.goto('/plans')
  const toReferences = rep.getByRole('link', { name: 'References', exact: true })
  await slowDown(rep, 1_500)
  await toReferences.click()
  await expect(rep.getByRole('progressbar', { name: 'Loading' })).toBeVisible()
  await expect(rep.getByRole('heading', { name: 'References' })).toBeVisible()
  await expect(rep.getByRole('progressbar')).toHaveCount(0)
})

test('progress shows after 300 ms of waiting, and never for what is quicker', async ({ home, somebody }) => {
  const rep = await somebody({ keepsToTest: true })
  await comeHome(rep, home)
  await rep.goto('/plans')
  const progress = rep.getByRole('progressbar', { name: 'Loading' })
  const shown = await rep.evaluateHandle(() => {
    const counted = { bars: 0 }
    new MutationObserver(() => {
      if (document.querySelector('[role=progressbar]')) counted.bars++
    }).observe(document.body, { childList: true, subtree: true })
    return counted
  })
  const bars = () => shown.evaluate(({ bars }) => bars)
  await rep.clock.pauseAt(new Date(runClock.now().getTime() + 3_600_000))
  /** Opens a page whose data is delayed until it is released. */
  const goTo = async (name: string) => {
    let letThrough = () => {}
    const wait = new Promise<void>((done) => (letThrough = done))
    await rep.route(new RegExp(`${name.toLowerCase()}\\.data`), async (route) => {
      await wait
      await route.continue()
    })
    const asked = rep.waitForRequest(new RegExp(`${name.toLowerCase()}\\.data`))
    await rep.getByRole('link', { name, exact: true }).click()
    await asked
    return letThrough
  }

  const quick = await goTo('References')
  await rep.clock.runFor(299)
  quick()
  await expect(rep.getByRole('heading', { name: 'References' })).toBeVisible()
  await rep.clock.runFor(1_000)
  expect(await bars()).toBe(0)

  const slow = await goTo('Workspace')
  await rep.clock.runFor(299)
  expect(await bars()).toBe(0)
  // The page may begin to count only after its request was seen, while this clock stands still.
  await expect(async () => {
    await rep.clock.runFor(300)
    await expect(progress).toBeVisible({ timeout: 500 })
  }).toPass()
  slow()
  await expect(rep).toHaveURL(/\/workspace$/)
  await expect(progress).toHaveCount(0)
})

test('offline the page says so and stays to be read, and follows again by itself', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  // Remix prefetches where links lead, and logs when that fails.
  trouble.expected.push(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch manifest patches/)
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const title = 'Stakeholder interviews'
  await expect(task(champion, title).getByRole('button', { name: 'Mark done' })).toBeVisible()
  await champion.context().setOffline(true)
  await expect(champion.getByText('You are offline.')).toBeVisible()
  await expect(region(champion, 'Plan')).toBeVisible()
  await check(champion, 'a page offline')
  await task(rep, title).getByRole('button', { name: 'Mark done' }).click()
  await expect(task(rep, title).getByRole('button', { name: 'Mark not done' })).toBeVisible()
  await champion.context().setOffline(false)
  await expect(champion.getByText('You are back online.')).toBeVisible()
  await expect(task(champion, title).getByRole('button', { name: 'Mark not done' })).toBeVisible({ timeout: 30_000 })
  await expect(champion.getByText('You are back online.')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false])
  test(`a browser that blocks cookies is told before its link is used up, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    home,
    mailbox,
    somebody,
  }) => {
    const [rep, guest] = [await somebody(), await somebody({ javaScriptEnabled })]
    await comeHome(rep, home)
    const path = await createPlan(rep)
    const email = newCast().champion
    await guest.goto(linkIn(await invite(rep, mailbox, path, { name: 'Priya Raman', email, role: 'Champion' })))
    // The browser has discarded its cached data.
    await guest.context().clearCookies()
    await guest.getByRole('button', { name: 'Continue' }).click()
    await expect(guest.getByRole('heading', { name: 'This browser blocks cookies' })).toBeVisible()
    if (javaScriptEnabled) await check(guest, 'cookies blocked')
    await guest.getByRole('link', { name: 'Try again' }).click()
    await guest.getByRole('button', { name: 'Continue' }).click()
    await expect(guest).toHaveURL(new RegExp(path))
  })

test('a browser that refuses its storage shows every page all the same', async ({ app, home, somebody, trouble }) => {
  trouble.expected.push(/storage/i)
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The storage is not allowed.', 'SecurityError')
        },
      })
  })
  await rep.goto(path)
  const row = task(rep, 'Kick-off')
  await row.getByRole('button', { name: 'Mark done' }).click()
  await expect(row.getByRole('button', { name: 'Mark not done' })).toBeVisible()
  await row.getByRole('link', { name: 'Edit' }).click()
  await rep.getByLabel('Working days', { exact: true }).fill('3')
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rep).toHaveURL(new RegExp(path))
})
