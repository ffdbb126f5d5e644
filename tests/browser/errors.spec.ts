import type { Page } from '@playwright/test'
import { withClient } from '#tests/harness/template.ts'
import {
  comeHome,
  createPlan,
  enterBy,
  expect,
  fill,
  inDays,
  invite,
  linkIn,
  newPlanFields,
  openPlan,
  openWorkspace,
  signIn,
  signInEmail,
  task,
  test,
} from './cast.ts'

const statusOf = async (page: Page, path: string) => (await page.goto(path))?.status()

test('a page asked for without a session answers 401 with the form, and the link leads back to it', async ({
  app,
  mailbox,
  somebody,
}) => {
  const rep = await somebody()
  const cast = await openWorkspace(rep, app)
  const visitor = await somebody({ javaScriptEnabled: false })
  expect(await statusOf(visitor, '/references')).toBe(401)
  await expect(visitor).toHaveURL(/\/references$/)
  await visitor.getByLabel('Email', { exact: true }).fill(cast.rep)
  const ask = () => visitor.getByRole('button', { name: 'Send sign-in link' }).click()
  await enterBy(visitor, await signInEmail(mailbox, cast.rep, ask))
  await expect(visitor).toHaveURL(/\/references$/)
})

test('an address that no one knows is answered in the same words, and gets nothing', async ({ mailbox, page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill('nobody@elsewhere.example')
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(page.getByText('a link is on its way')).toBeVisible()
  expect(await mailbox.list('nobody@elsewhere.example')).toEqual([])
})

test('what does not exist, and what is of another workspace, is not found', async ({ app, home, somebody }) => {
  const [rep, stranger] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep })
  await openWorkspace(stranger, app)
  for (const address of ['/nowhere', '/plans/nowhere', '/plans/00000000-0000-4000-8000-000000000000']) {
    expect(await statusOf(rep, address), address).toBe(404)
    await expect(rep.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  }
  for (const room of ['', '/activity', '/invite', '/terms', '/calendar', '/situations', '/win', '/reference'])
    expect(await statusOf(stranger, `${path}${room}`), room).toBe(404)
})

test('who is signed in but may not is told so', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  for (const address of ['/plans', '/plans/new', '/references', '/workspace']) {
    expect(await statusOf(champion, address), address).toBe(403)
    await expect(champion.getByRole('heading', { name: 'You don’t have access' })).toBeVisible()
  }
  expect(await statusOf(rep, `${path}/win`)).toBe(403)
})

test('a link that was used, cut off or made up opens no door', async ({ app, mailbox, somebody }) => {
  const rep = await somebody()
  const cast = await openWorkspace(rep, app)
  const link = linkIn(await mailbox.waitFor(cast.rep, 'sign in'))
  const other = await somebody()
  expect(await statusOf(other, link)).toBe(401)
  await expect(other.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Continue' })).toHaveCount(0)
  for (const broken of [link.slice(0, -4), `${app.baseUrl}/link/nothing`]) {
    expect(await statusOf(other, broken), broken).toBe(404)
    await expect(other.getByRole('button', { name: 'Continue' })).toHaveCount(0)
  }
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a form says what is wrong beside the field, keeps what was typed and goes there, ${how} JavaScript`, async ({
    app,
    somebody,
  }) => {
    const rep = await somebody({ javaScriptEnabled })
    await openWorkspace(rep, app)
    await rep.goto('/plans/new')
    const fields = { ...newPlanFields(), Project: '', 'Win by': inDays(100), Target: '30' }
    await fill(rep, fields)
    const fieldOf = (label: string) => rep.getByLabel(label, { exact: true })
    await rep.getByRole('button', { name: 'Create plan' }).click()
    await expect(fieldOf('Project')).toHaveAccessibleDescription(/Please enter the project/)
    await expect(fieldOf('Project')).toBeFocused()
    await expect(rep).toHaveURL(/\/plans\/new$/)
    for (const [label, value] of Object.entries(fields)) await expect(fieldOf(label)).toHaveValue(value)

    await fill(rep, { Project: 'Faster month-end close' })
    await rep.getByRole('button', { name: 'Create plan' }).click()
    await expect(fieldOf('Win by')).toHaveAccessibleDescription(/can’t come before the critical date/)
    await expect(fieldOf('Target')).toHaveAccessibleDescription(/The target is the same as today’s value/)
    await expect(fieldOf('Target')).toBeFocused()
    await expect(fieldOf('Project')).toHaveValue('Faster month-end close')

    await fill(rep, { Target: '1', 'Win by': inDays(190), 'Critical date': inDays(-3) })
    await rep.getByRole('button', { name: 'Create plan' }).click()
    await expect(fieldOf('Critical date')).toHaveAccessibleDescription(/has passed/)
    await rep.goto('/plans')
    await expect(rep.getByText('No plans yet')).toBeVisible()
  })

  test(`two people who change one field settle it, ${how} JavaScript`, async ({ app, home, somebody }) => {
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const { path } = await openPlan({ app, home, rep, champion })
    const edit = (page: Page) => task(page, 'Kick-off').getByRole('link', { name: 'Edit' }).click()
    await edit(rep)
    await edit(champion)
    await fill(rep, { Title: 'Kick-off in the works canteen' })
    await fill(champion, { Title: 'Kick-off on site', 'Working days': '2' })
    await rep.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(task(rep, 'Kick-off in the works canteen')).toBeVisible()
    await champion.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(champion.getByRole('heading', { name: 'Ana Lind changed this while you were typing' })).toBeVisible()
    await expect(champion.getByRole('button', { name: /^yours\s+Kick-off on site/ })).toBeFocused()
    await expect(champion.getByRole('button', { name: /Kick-off in the works canteen/ })).toBeVisible()
    await champion.getByRole('button', { name: /^yours/ }).click()
    await expect(champion).toHaveURL(new RegExp(path))
    await expect(task(champion, 'Kick-off on site')).toBeVisible()
    await task(champion, 'Kick-off on site').getByRole('link', { name: 'Edit' }).click()
    await expect(champion.getByLabel('Working days', { exact: true })).toHaveValue('2')
  })
}

test('two people on different fields of one task both win', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  await openPlan({ app, home, rep, champion })
  for (const page of [rep, champion]) await task(page, 'Kick-off').getByRole('link', { name: 'Edit' }).click()
  await fill(rep, { Title: 'Kick-off in the works canteen' })
  await fill(champion, { 'Working days': '3' })
  for (const page of [rep, champion]) {
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(task(page, 'Kick-off in the works canteen')).toBeVisible()
  }
  await task(rep, 'Kick-off in the works canteen').getByRole('link', { name: 'Edit' }).click()
  await expect(rep.getByLabel('Working days', { exact: true })).toHaveValue('3')
})

test('the same form sent twice makes one plan', async ({ app, somebody }) => {
  const rep = await somebody({ javaScriptEnabled: false })
  const cast = await openWorkspace(rep, app)
  await rep.goto('/plans/new')
  await fill(rep, newPlanFields())
  let posted = ''
  rep.on('request', (request) => {
    if (request.method() === 'POST') posted = request.postData() ?? ''
  })
  await rep.getByRole('button', { name: 'Create plan' }).click()
  await expect(rep).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)
  const again = await rep.request.post('/plans/new', {
    data: posted,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: app.baseUrl },
  })
  expect(again.url()).toBe(rep.url())
  const count = await withClient(app.ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'select count(*) from plan join workspace using (workspace_id) where domains = array[$1]',
      [cast.domain],
    )
    return Number(rows[0]?.count)
  })
  expect(count).toBe(1)
  const changed = new URLSearchParams(posted)
  changed.set('project', 'Something else')
  const other = await rep.request.post('/plans/new', {
    data: changed.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: app.baseUrl },
  })
  expect(other.status()).toBe(422)
})

test('a form from elsewhere is refused', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const answer = await rep.request.post('/plans/new', { form: {}, headers: { Origin: 'https://elsewhere.example' } })
  expect(answer.status()).toBe(403)
})

test('an address of the vendor’s is not invited', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await rep.goto(`${path}/invite`)
  await fill(rep, { Name: 'Tom Rask', Email: `tom.rask@${home.cast.domain}` })
  await rep.getByRole('button', { name: 'Send invitation' }).click()
  await expect(rep.getByLabel('Email', { exact: true })).toHaveAccessibleDescription(/Brightline/)
  await expect(rep.getByLabel('Name', { exact: true })).toHaveValue('Tom Rask')
})

test('a task cannot wait for itself through others', async ({ home, somebody }) => {
  const rep = await somebody({ javaScriptEnabled: false })
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
  await rep.locator('summary', { hasText: /No dependencies|Depends on/ }).click()
  await rep.getByRole('checkbox', { name: 'Order signed', exact: true }).check()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rep.getByText('These tasks would depend on each other').first()).toBeVisible()
  await expect(rep.getByRole('checkbox', { name: 'Order signed', exact: true })).toBeChecked()
  expect(await statusOf(rep, path)).toBe(200)
})

test('who was signed out comes back by address alone', async ({ app, home, mailbox, somebody }) => {
  const champion = await somebody({ javaScriptEnabled: false })
  const { cast, path } = await openPlan({ app, home, champion })
  await champion.getByRole('button', { name: 'Sign out' }).click()
  expect(await statusOf(champion, path)).toBe(401)
  await signIn(champion, mailbox, cast.champion)
  await expect(champion).toHaveURL(new RegExp(path))
  await invite(champion, mailbox, path, { name: 'Jonas Weber', email: cast.colleague, role: 'Viewer' })
})
