import type { Page } from '@playwright/test'
import { ofThisTurn } from '#tests/reach/which-combinations.ts'
import { check } from './axe.ts'
import { expect, fill, openPlan, openWorkspace, task, test } from './cast.ts'

async function visit(page: Page, path: string) {
  await page.goto(path)
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page).toHaveTitle(/\S/)
  await check(page, path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'))
}

/** Every page, in three turns; what is opened on a page is checked each time. `npm run reach` visits all. */
async function visitSome(page: Page, paths: readonly string[]) {
  for (const path of ofThisTurn(paths, 3)) await visit(page, path)
}

test.beforeEach(() => test.setTimeout(180_000))

test('before anyone is signed in', async ({ app, mailbox, somebody }) => {
  const visitor = await somebody()
  await visitSome(visitor, ['/sign-in', '/nowhere', '/plans', '/link/nothing'])
  await visitor.goto('/sign-in')
  await visitor.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(visitor.getByLabel('Email', { exact: true })).toBeFocused()
  // One fault is said once, beside its field, by an alert that the field is described by.
  const alert = visitor.getByRole('alert')
  await expect(alert).toHaveCount(1)
  await expect(visitor.getByLabel('Email', { exact: true })).toHaveAccessibleDescription(await alert.innerText())
  await check(visitor, 'a refused sign-in form')
  const rep = await somebody()
  const cast = await openWorkspace(rep, app)
  const link = (await mailbox.waitFor(cast.rep, 'sign in')).text
  await visit(visitor, /https?:\/\/\S+\/link\/\S+/.exec(link)?.[0] ?? '')
})

test('the vendor’s pages', async ({ app, somebody }) => {
  const rep = await somebody()
  await openWorkspace(rep, app)
  await visitSome(rep, [
    '/plans',
    '/references',
    '/search',
    '/search?q=!!',
    '/search?q=zebra',
    '/workspace',
    '/workspace/settings',
    '/workspace/access',
    '/workspace/security',
    '/workspace/data',
    '/workspace/sign-on',
    '/devices',
    '/passkeys',
    '/plans/new',
    '/plans/import',
  ])
  await rep.goto('/workspace')
  await rep.locator('#content').getByRole('link', { name: 'Ana Lind' }).click()
  await expect(rep.getByRole('heading', { name: 'Ana Lind', exact: true })).toBeVisible()
  await check(rep, 'a member')
  await rep.goto('/plans/new')
  await rep.getByRole('button', { name: 'Create plan' }).click()
  await expect(rep.getByLabel('Account', { exact: true })).toBeFocused()
  await check(rep, 'a refused new plan')
})

test('the vendor’s pages of a plan', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  for (const side of [rep, champion]) {
    await side.goto(path)
    await side.getByRole('button', { name: 'Agree to this plan' }).click()
    await expect(side.getByRole('button', { name: 'Agree to this plan' })).toHaveCount(0)
  }
  const rooms = [
    '',
    '?show=mine',
    '/invite',
    '/activity',
    '/calendar',
    '/terms',
    '/logo',
    '/situations',
    '/situations/new',
    '/sold',
    '/handoff',
    '/results',
    '/close',
    '/team',
    '/agreed/1',
    '/forecast',
    '/try',
    '/conversation',
    '/export',
    '/notes',
  ]
  await visitSome(rep, ['/plans', ...rooms.map((room) => `${path}${room}`)])
  await rep.goto('/search?q=halden')
  await check(rep, 'what was found')
  await rep.getByRole('main').getByRole('link', { name: 'Halden Foods', exact: true }).first().click()
  await expect(rep.getByRole('heading', { name: 'Halden Foods', exact: true })).toBeVisible()
  await check(rep, 'an account')
  await rep.goto(path)
  await rep.locator('summary', { hasText: 'Why' }).click()
  await check(rep, 'the plan with its chain')
  const legal = task(rep, 'Contract at Legal')
  await legal.hover()
  await legal.getByRole('button', { name: /^Change owner/ }).click()
  await expect(rep.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await check(rep, 'the owner of a row')
  await rep.keyboard.press('Escape')
  await legal.getByRole('checkbox').click()
  await expect(rep.getByRole('toolbar', { name: 'Selected tasks' })).toBeVisible()
  await check(rep, 'a selected row')
  await rep.getByRole('button', { name: 'Clear selection' }).click()
  await legal.getByRole('link', { name: 'Contract at Legal', exact: true }).click()
  await expect(rep.getByRole('complementary', { name: 'Contract at Legal' })).toBeVisible()
  await check(rep, 'a task beside the plan')
})

test('the customer’s pages, up to the win and the reference', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  const rooms = ['', '/invite', '/activity', '/calendar', '/terms', '/win', '/results']
  await visitSome(
    champion,
    rooms.map((room) => `${path}${room}`),
  )
  for (const name of ['Contract at Legal', 'Kick-off']) {
    await champion.goto(path)
    await task(champion, name).getByRole('link', { name: 'Edit' }).click()
    await expect(champion.getByLabel('Title', { exact: true })).toBeVisible()
    await check(champion, `editing ${name}`)
  }
  for (const name of ['Change Agreement signed', 'Add a milestone']) {
    await champion.goto(path)
    await champion.getByRole('link', { name }).click()
    await expect(champion.getByLabel('Title', { exact: true })).toBeVisible()
    await check(champion, name)
  }
  await champion.goto(path)
  await champion.getByRole('textbox', { name: 'New task for Agreement signed' }).click()
  await expect(champion.getByRole('combobox', { name: 'Owner' })).toBeVisible()
  await check(champion, 'a new task')
  await champion.getByRole('link', { name: 'All fields' }).click()
  await expect(champion.getByRole('heading', { name: 'Add a task to Agreement signed' })).toBeVisible()
  await check(champion, 'all fields of a new task')
  await champion.goto(`${path}/win`)
  await fill(champion, { 'Measured value': '1' })
  await champion.getByRole('button', { name: 'Continue' }).click()
  await expect(champion.getByRole('region', { name: 'What will be sent, and who will be told' })).toBeVisible()
  await check(champion, 'what will be said')
  await champion.getByRole('button', { name: 'Confirm first win' }).click()
  await expect(champion.getByText('Halden Foods did it', { exact: true })).toBeVisible()
  await check(champion, 'the celebration')
  await champion.getByRole('link', { name: 'Agree to a reference' }).click()
  await expect(champion.getByRole('checkbox', { name: 'Logo', exact: true })).toBeVisible()
  await check(champion, 'giving consent')
  await visitSome(rep, ['/references', path])
})
