import type { Page, Route } from '@playwright/test'
import { withClient } from '#tests/harness/template.ts'
import { createPlan, expect, fill, openPlan, openWorkspace, region, signIn, takenOver, task, test } from './cast.ts'
import { broken, proxyFault } from './broken.ts'

const legal = 'Contract at Legal'
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const again = (page: Page) => page.getByRole('button', { name: 'Try again' })
const edit = (page: Page, title = legal) => task(page, title).getByRole('link', { name: 'Edit' }).click()

const lostAnswer = async (route: Route) => {
  await route.fetch({ maxRedirects: 0 })
  await route.abort()
}

/** Intercepts every post of a page until it is removed. */
async function breakPosts(page: Page, how: (route: Route) => Promise<void>) {
  const onPost = (route: Route) => (route.request().method() === 'POST' ? how(route) : route.fallback())
  await page.route('**/*.data*', onPost)
  return () => page.unroute('**/*.data*', onPost)
}

/** The next post of a page: the notice of an earlier one may be shown until then. */
const posted = (page: Page) => page.waitForRequest((request) => request.method() === 'POST')

test('a form whose save fails on the way stays with all that was typed, and one more press saves it once', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
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
    const alert = rep.getByRole('alert').filter({ hasText: 'This may not have been saved. Your text is still here.' })
    await expect(alert, how).toBeVisible()
    await expect(alert).toBeInViewport()
    await expect(rep.getByLabel('Title', { exact: true })).toHaveValue(`Milestone ${how}`)
    await mend()
    await again(rep).click()
    await rep.waitForURL((url) => url.pathname === path)
    await expect(region(rep, 'Plan').getByText(`Milestone ${how}`, { exact: true })).toHaveCount(1)
  }
})

test('a form that is too large says so, keeps what was typed, and is saved once it is shorter', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.goto(`${path}/milestones/new`)
  const mend = await breakPosts(rep, (route) =>
    route.fulfill({ status: 413, contentType: 'text/html', body: 'Too large' }),
  )
  await fill(rep, { Title: 'A title of many words' })
  await save(rep).click()
  await expect(rep.getByRole('alert')).toContainText('Your text is still here. This is too large to send at once.')
  await expect(again(rep)).toHaveCount(0)
  await mend()
  await fill(rep, { Title: 'A title' })
  await save(rep).click()
  await rep.waitForURL((url) => url.pathname === path)
  await expect(region(rep, 'Plan').getByText('A title', { exact: true })).toHaveCount(1)
})

test('offline a form stays, and what was typed since is saved with it', async ({ app, home, somebody, trouble }) => {
  trouble.expected.push(...broken)
  const champion = await somebody()
  const { path } = await openPlan({ app, home, champion })
  await edit(champion)
  await expect(save(champion)).toBeVisible()
  // Opened by its address: Remix has followed no link to it.
  await champion.reload()
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
  const champion = await somebody()
  const { path } = await openPlan({ app, home, champion })
  await edit(champion)
  await fill(champion, { Title: 'Contract, first words' })
  const mend = await breakPosts(champion, lostAnswer)
  await save(champion).click()
  await expect(again(champion)).toBeVisible()
  await mend()
  await fill(champion, { Title: 'Contract, second words' })
  await again(champion).click()
  await expect(champion.getByText('You already saved this form')).toBeVisible()
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

test('what someone else removed meanwhile is said beside the text, which stays', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await edit(champion)
  await fill(champion, { Title: 'Typed for a deleted task' })
  await edit(rep)
  await rep.getByText('Delete task').click()
  await rep.getByRole('button', { name: 'Delete this task' }).click()
  await rep.waitForURL((url) => url.pathname === path)
  await expect(task(rep, legal)).toHaveCount(0)
  await save(champion).click()
  await expect(champion.getByRole('alert')).toContainText(/was deleted by .*Your change was not saved/)
  await expect(again(champion)).toHaveCount(0)
  await expect(champion.getByLabel('Title', { exact: true })).toHaveValue('Typed for a deleted task')
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
  await takenOver(champion)
  const row = task(champion, legal)
  for (const breaking of [proxyFault, (route: Route) => route.abort('connectionreset')]) {
    const mend = await breakPosts(champion, breaking)
    await Promise.all([posted(champion), row.getByRole('button', { name: /^Mark done/ }).click()])
    await expect(row.getByRole('alert')).toContainText('This may not have been saved.')
    await expect(row.getByRole('button', { name: /^Mark done/ })).toBeVisible()
    await mend()
  }
  await row.getByRole('button', { name: /^Mark done/ }).click()
  await expect(task(rep, legal).getByRole('button', { name: /^Mark not done/ })).toBeVisible()
  await expect(row.getByRole('alert')).toHaveCount(0)
})

test('offline a tick goes back at once with a word beside it, and can be tried again once connected', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const row = task(champion, legal)
  const tick = row.getByRole('button', { name: /^Mark done/ })
  await takenOver(champion)
  await champion.context().setOffline(true)
  for (let times = 0; times < 2; times++) {
    await Promise.all([posted(champion), tick.click()])
    await expect(row.getByRole('alert')).toContainText('This may not have been saved.')
    await expect(tick).toBeVisible()
  }
  await champion.context().setOffline(false)
  await tick.click()
  await expect(task(rep, legal).getByRole('button', { name: /^Mark not done/ })).toBeVisible()
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
  await rep.getByRole('button', { name: 'Send again' }).click()
  await rep.waitForURL((url) => url.pathname === path)
  const named = task(rep, 'Typed “plainly” & signed out')
  await expect(named).toBeVisible()

  await edit(rep, 'Typed “plainly” & signed out')
  await fill(rep, { Title: 'Typed for what is gone' })
  await tab.goto(rep.url())
  await tab.getByText('Delete task').click()
  await tab.getByRole('button', { name: 'Delete this task' }).click()
  await save(rep).click()
  await expect(kept).toContainText('Typed for what is gone')
  await expect(rep.getByRole('button', { name: 'Send again' })).toHaveCount(0)
})

test('a fault of ours in a save leaves the form with what was typed, with and without script, and saves it once', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(...broken)
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  const { path } = await openPlan({ app, home, rep, champion })
  for (const [page, title] of [
    [champion, 'Typed plainly before a fault'],
    [rep, 'Typed with script before a fault'],
  ] as const) {
    await page.goto(`${path}/milestones/new`)
    await fill(page, { Title: title })
    const alert = page.getByRole('alert')
    const breaks = `breaks_${page === rep ? 'scripted' : 'plain'}`
    await withClient(app.ownerUrl, (client) =>
      client.query(`alter table milestone add constraint ${breaks} check (title <> '${title}')`),
    )
    try {
      await save(page).click()
      await expect(alert).toContainText(
        'This may not have been saved. Your text is still here. Something went wrong on our side',
      )
      const reference = /\(reference ([\w-]+)\)/.exec(await alert.innerText())?.[1] ?? 'none'
      expect(app.log()).toContain(reference)
      await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title)
      await (page === rep ? again(page) : save(page)).click()
      await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title)
      if (page === rep) await expect(alert).toContainText('This may still not have been saved')
    } finally {
      await withClient(app.ownerUrl, (client) => client.query(`alter table milestone drop constraint ${breaks}`))
    }
    await (page === rep ? again(page) : save(page)).click()
    await page.waitForURL((url) => url.pathname === path)
    await expect(region(page, 'Plan').getByText(title, { exact: true })).toHaveCount(1)
  }
})
