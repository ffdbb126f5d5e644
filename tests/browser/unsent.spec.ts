import type { Page, Route } from '@playwright/test'
import { comeHome, createPlan, expect, fill, openPlan, openWorkspace, region, signIn, task, test } from './cast.ts'

const legal = 'Contract at Legal'
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const again = (page: Page) => page.getByRole('button', { name: 'Try again' })
const edit = (page: Page, title = legal) => task(page, title).getByRole('link', { name: 'Edit' }).click()

const proxyFault = (route: Route) =>
  route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })

const lostAnswer = async (route: Route) => {
  await route.fetch({ maxRedirects: 0 })
  await route.abort()
}

/** Every post of a page meets this instead of the server, until it is taken away again. */
async function breakPosts(page: Page, how: (route: Route) => Promise<void>) {
  const onPost = (route: Route) => (route.request().method() === 'POST' ? how(route) : route.fallback())
  await page.route('**/*.data*', onPost)
  return () => page.unroute('**/*.data*', onPost)
}

const broken = [/status of 50\d/, /Unable to decode|decode/i, /^50\d: POST/, /ERR_|Failed to fetch/, /SyntaxError/]

test('a form whose save fails on the way stays with all that was typed, and one more press saves it once', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  for (const [how, breaking] of [
    ['answered by a proxy', proxyFault],
    ['reset', (route: Route) => route.abort('connectionreset')],
    ['saved, and the answer lost', lostAnswer],
  ] as const) {
    await rep.goto(`${path}/milestones/new`)
    const mend = await breakPosts(rep, breaking)
    await fill(rep, { Title: `Milestone ${how}` })
    await save(rep)
      .or(rep.getByRole('button', { name: /Add/ }))
      .click()
    const alert = rep.getByRole('alert').filter({ hasText: 'Not saved. Your text is still here.' })
    await expect(alert, how).toBeVisible()
    await expect(alert).toBeInViewport()
    await expect(rep.getByLabel('Title', { exact: true })).toHaveValue(`Milestone ${how}`)
    await mend()
    await again(rep).click()
    await rep.waitForURL((url) => url.pathname === path)
    await expect(region(rep, 'Plan').getByText(`Milestone ${how}`, { exact: true })).toHaveCount(1)
  }
})

test('offline a form stays, and what was typed since is saved with it', async ({ app, home, somebody, trouble }) => {
  trouble.expected.push(...broken)
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await edit(champion)
  await fill(champion, { Title: 'Contract, first words' })
  await champion.context().setOffline(true)
  await save(champion).click()
  await expect(champion.getByText('Your text is still here.')).toBeVisible()
  await fill(champion, { Title: 'Contract, second words' })
  await champion.context().setOffline(false)
  await again(champion).click()
  await champion.waitForURL((url) => url.pathname === path)
  await expect(task(champion, 'Contract, second words')).toBeVisible()
})

test('what was saved though its answer was lost is not overwritten in silence by what was typed since', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await edit(champion)
  await fill(champion, { Title: 'Contract, first words' })
  const mend = await breakPosts(champion, lostAnswer)
  await save(champion).click()
  await expect(again(champion)).toBeVisible()
  await mend()
  await fill(champion, { Title: 'Contract, second words' })
  await again(champion).click()
  await expect(champion.getByText('This form was saved before')).toBeVisible()
  await save(champion).click()
  await champion.getByRole('button', { name: /^yours\s+Contract, second words/ }).click()
  await champion.waitForURL((url) => url.pathname === path)
  await expect(task(champion, 'Contract, second words')).toBeVisible()
})

test('after the session ended a form stays, and is saved once its sender has signed in in another tab', async ({
  app,
  mailbox,
  somebody,
}) => {
  const rep = await somebody()
  const cast = await openWorkspace(rep, app)
  const path = await createPlan(rep)
  await edit(rep)
  await fill(rep, { Title: 'Typed before the session ended' })
  await rep.context().clearCookies()
  await save(rep).click()
  await expect(rep.getByRole('alert')).toContainText('Not saved. Your text is still here.')
  const [tab] = await Promise.all([rep.waitForEvent('popup'), rep.getByRole('link', { name: /Sign in again/ }).click()])
  await expect(rep.getByLabel('Title', { exact: true })).toHaveValue('Typed before the session ended')
  await signIn(tab, mailbox, cast.rep)
  await expect(tab).toHaveURL(/\/plans/)
  await again(rep).click()
  await rep.waitForURL((url) => url.pathname === path)
  await expect(task(rep, 'Typed before the session ended')).toBeVisible()
})

test('what somebody else removed meanwhile is said beside the text, which stays', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await edit(champion)
  await fill(champion, { Title: 'Typed for a task that is gone' })
  await edit(rep)
  await rep.getByText('Not needed?').click()
  await rep.getByRole('button', { name: /^Remove/ }).click()
  await expect(task(rep, legal)).toHaveCount(0)
  await save(champion).click()
  await expect(champion.getByRole('alert')).toContainText(/Your text is still here.*removed/)
  await expect(again(champion)).toHaveCount(0)
  await expect(champion.getByLabel('Title', { exact: true })).toHaveValue('Typed for a task that is gone')
})

test('a tick that fails goes back with a word beside it, and the page stays', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const row = task(champion, legal)
  for (const breaking of [proxyFault, (route: Route) => route.abort('connectionreset')]) {
    const mend = await breakPosts(champion, breaking)
    await row.getByRole('button', { name: /^Mark done/ }).click()
    await expect(row.getByRole('alert')).toContainText('Not saved.')
    await expect(row.getByRole('button', { name: /^Mark done/ })).toBeVisible()
    await mend()
  }
  await row.getByRole('button', { name: /^Mark done/ }).click()
  await expect(task(rep, legal).getByRole('button', { name: /^Mark not done/ })).toBeVisible()
})

test('a live refresh that fails changes nothing but a banner, and catches up by itself', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken, /^50\d: GET/)
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await task(champion, legal).getByRole('button', { name: 'Try' }).click()
  const bar = region(champion, 'What if')
  await bar.getByLabel('Working days').fill('33')
  await expect(bar).toContainText(/moves \d+ tasks?/)
  for (const breaking of [proxyFault, (route: Route) => route.abort('connectionreset')]) {
    await champion.route(`**${path}.data*`, breaking)
    await task(rep, legal).getByRole('button', { name: /^Mark/ }).click()
    const banner = champion.getByRole('status').filter({ hasText: 'This page could not be refreshed.' })
    await expect(banner).toBeVisible()
    await expect(bar).toContainText(/moves \d+ tasks?/)
    await expect(bar.getByLabel('Working days')).toHaveValue('33')
    await champion.unroute(`**${path}.data*`)
    await banner.getByRole('button', { name: 'Try now' }).click()
    await expect(banner).toHaveCount(0)
  }
  await expect(task(champion, legal).getByRole('button', { name: /^Mark done/ })).toBeVisible()
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
  await expect(rep.getByText(/You are offline|No answer yet/).first()).toBeVisible()
  await expect(task(rep, legal)).toBeVisible()
  await rep.context().setOffline(false)
  await expect(rep).toHaveURL(`${path}/activity`)
})

test('without script the answer to a form carries what was typed, also where its page cannot be shown', async ({
  app,
  mailbox,
  somebody,
}) => {
  const rep = await somebody({ javaScriptEnabled: false })
  const cast = await openWorkspace(rep, app)
  const path = await createPlan(rep)
  await edit(rep)
  await fill(rep, { Title: 'Typed “plainly” & signed out' })
  await rep.context().clearCookies()
  await save(rep).click()
  const kept = region(rep, 'What you typed')
  await expect(kept).toContainText('Not saved. Your text is still here.')
  await expect(kept).toContainText('Typed “plainly” & signed out')
  const [tab] = await Promise.all([
    rep.waitForEvent('popup'),
    kept.getByRole('link', { name: /Sign in again/ }).click(),
  ])
  await signIn(tab, mailbox, cast.rep)
  await rep.getByRole('button', { name: 'Send it again' }).click()
  await rep.waitForURL((url) => url.pathname === path)
  const named = task(rep, 'Typed “plainly” & signed out')
  await expect(named).toBeVisible()

  await edit(rep, 'Typed “plainly” & signed out')
  await fill(rep, { Title: 'Typed for what is gone' })
  await tab.goto(rep.url())
  await tab.getByText('Not needed?').click()
  await tab.getByRole('button', { name: /^Remove/ }).click()
  await save(rep).click()
  await expect(kept).toContainText('Typed for what is gone')
  await expect(rep.getByRole('button', { name: 'Send it again' })).toHaveCount(0)
})
