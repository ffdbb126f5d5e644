import type { Page, Route } from '@playwright/test'
import { broken, proxyFault } from './broken.ts'
import { comeHome, createPlan, expect, fill, openPlan, region, takenOver, task, test } from './cast.ts'

const legal = 'Contract at Legal'

/** Starts a what-if on the page, which a refresh must not discard. @returns its element */
async function tryMoreDays(page: Page) {
  await task(page, legal).getByRole('button', { name: 'What if' }).click()
  const bar = region(page, 'What if')
  await bar.getByLabel('Working days').fill('33')
  return bar
}

/** As where the server sends no page with a change: what changed is loaded by the page itself. Before the page is opened. */
const loadingItself = (page: Page) =>
  page.route('**/events?page=*', (route) => route.continue({ url: route.request().url().replace(/\?.*/, '') }))

test('a change of the other side comes with the page that it changed, in one tab of a person as in another', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  const second = await champion.context().newPage()
  await second.goto(path)
  await takenOver(second)
  const asked: string[] = []
  for (const page of [champion, second])
    page.on('request', (request) => request.url().includes('.data') && asked.push(request.url()))
  const mark = (page: Page, name: RegExp) => task(page, legal).getByRole('button', { name })
  await mark(rep, /^Mark done/).click()
  for (const page of [champion, second]) await expect(mark(page, /^Mark not done/)).toBeVisible()
  expect(asked).toEqual([])
  // What was sent is a page like any other: both can be worked on.
  await mark(second, /^Mark not done/).click()
  for (const page of [rep, champion]) await expect(mark(page, /^Mark done/)).toBeVisible()
  await mark(champion, /^Mark done/).click()
  for (const page of [rep, second]) await expect(mark(page, /^Mark not done/)).toBeVisible()
})

test('a live refresh that fails changes nothing but a banner, and catches up by itself', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken, /^50\d: GET/)
  const [rep, champion] = [await somebody(), await somebody()]
  await loadingItself(champion)
  const { path } = await openPlan({ app, home, rep, champion })
  const bar = await tryMoreDays(champion)
  await expect(bar).toContainText(/\d+ tasks? moved/)
  for (const breaking of [proxyFault, (route: Route) => route.abort('connectionreset')]) {
    await champion.route(`**${path}.data*`, breaking)
    await task(rep, legal).getByRole('button', { name: /^Mark/ }).click()
    const banner = champion.getByRole('status').filter({ hasText: 'This page could not be refreshed.' })
    await expect(banner).toBeVisible()
    await expect(bar).toContainText(/\d+ tasks? moved/)
    await expect(bar.getByLabel('Working days')).toHaveValue('33')
    await champion.unroute(`**${path}.data*`)
    await expect(banner).toHaveCount(0, { timeout: 40_000 })
  }
  await expect(task(champion, legal).getByRole('button', { name: /^Mark done/ })).toBeVisible()
})

test('a live refresh that is refused changes nothing but a banner, which says why and how to go on', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const [rep, champion] = [await somebody(), await somebody()]
  await loadingItself(champion)
  const { path } = await openPlan({ app, home, rep, champion })
  const bar = await tryMoreDays(champion)
  const banner = champion.getByRole('status').filter({ hasText: 'Last updated at' })
  const isUnchanged = async () => {
    await expect(bar.getByLabel('Working days')).toHaveValue('33')
    await expect(region(champion, 'Plan')).toBeVisible()
  }

  const cookies = await champion.context().cookies()
  await champion.context().clearCookies()
  await task(rep, legal).getByRole('button', { name: /^Mark/ }).click()
  await expect(banner).toContainText('You are signed out')
  await expect(banner.getByRole('link', { name: /^Sign in again/ })).toBeVisible()
  await isUnchanged()
  await champion.context().addCookies(cookies)
  await banner.getByRole('button', { name: 'Try now' }).click()
  await expect(banner).toHaveCount(0)
  await isUnchanged()

  for (const [status, words] of [
    [403, 'You no longer have access to this page'],
    [404, 'This page was removed or is no longer shared with you'],
  ] as const) {
    await champion.route(`**${path}.data*`, (route) =>
      route.fulfill({ status, contentType: 'text/x-script', body: '' }),
    )
    await task(rep, legal).getByRole('button', { name: /^Mark/ }).click()
    await expect(banner).toContainText(words)
    await isUnchanged()
    await champion.unroute(`**${path}.data*`)
    await banner.getByRole('button', { name: 'Try now' }).click()
    await expect(banner).toHaveCount(0)
  }
})

test('a page whose script does not come leaves the one on show with what was typed there, and opens once it can', async ({
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken, /^502: GET/)
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  for (const missing of [
    (route: Route) => route.abort('connectionreset'),
    (route: Route) => route.fulfill({ status: 502, body: 'Bad Gateway' }),
  ]) {
    // A document of its own, which knows the scripts of this page alone.
    await rep.route('**/assets/references.page-*', missing)
    await rep.goto(`${path}/milestones/new`)
    await fill(rep, { Title: 'Typed and not saved' })
    await rep.getByRole('link', { name: 'References', exact: true }).click()
    await expect(rep.getByText('No response yet.')).toBeVisible()
    await expect(rep.getByLabel('Title', { exact: true })).toHaveValue('Typed and not saved')
    await rep.getByRole('link', { name: 'Stay here' }).click()
    await expect(rep.getByText('No response yet.')).toHaveCount(0)
    await expect(rep.getByLabel('Title', { exact: true })).toHaveValue('Typed and not saved')
    await rep.getByRole('link', { name: 'References', exact: true }).click()
    await expect(rep.getByText('No response yet.')).toBeVisible()
    await rep.unroute('**/assets/references.page-*')
    await expect(rep.getByRole('heading', { name: 'References' })).toBeVisible({ timeout: 40_000 })
  }
})

test('the scripts of the pages one link away are there before anyone goes to them', async ({ home, somebody }) => {
  // A browser that has shown a plan before has the script already.
  const rep = await somebody({ keepsToTest: true })
  await comeHome(rep, home)
  const fetched = rep.waitForResponse(/assets\/activity\.page-/)
  const path = await createPlan(rep)
  expect((await fetched).ok()).toBe(true)
  await expect(rep).toHaveURL(path)
})

test('a page that cannot be reached leaves the one on show, and opens once it can', async ({
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await rep.getByRole('link', { name: 'Activity', exact: true }).click()
  await expect(rep).toHaveURL(`${path}/activity`)
  await rep.goBack()
  await expect(task(rep, legal)).toBeVisible()
  await rep.context().setOffline(true)
  await rep.getByRole('link', { name: 'Activity', exact: true }).click()
  await expect(rep.getByText(/You are offline|No response yet/).first()).toBeVisible()
  await expect(task(rep, legal)).toBeVisible()
  await rep.context().setOffline(false)
  await expect(rep).toHaveURL(`${path}/activity`)
})
