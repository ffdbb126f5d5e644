import type { Locator } from '@playwright/test'
import { ofThisTurn } from '#tests/reach/which-combinations.ts'
import { comeHome, createPlan, expect, fill, inDays, openPlan, region, task, test } from './cast.ts'

const legal = 'Contract at Legal'

test('half a date is asked about, one taken away is gone, and a comma is a comma', async ({ app, home, somebody }) => {
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  const edit = async () => {
    await rep.goto(path)
    await task(rep, legal).getByRole('link', { name: 'Edit' }).click()
  }
  const notAfter = rep.getByLabel('Finish no later than', { exact: true })
  const save = rep.getByRole('button', { name: 'Save' })

  await edit()
  await notAfter.fill(inDays(300))
  await save.click()
  await rep.waitForURL((url) => url.pathname === path)

  await edit()
  await notAfter.focus()
  // Only the first part is cleared: the rest is not a date, and the browser posts an empty value.
  await rep.keyboard.press('Backspace')
  expect(await notAfter.evaluate((input: HTMLInputElement) => input.validity.badInput)).toBe(true)
  await save.click()
  await expect(rep.getByText('This date is incomplete')).toBeVisible()
  await edit()
  await expect(notAfter).toHaveValue(inDays(300))

  await notAfter.fill('')
  await save.click()
  await rep.waitForURL((url) => url.pathname === path)
  await edit()
  await expect(notAfter).toHaveValue('')

  const days = rep.getByLabel('Working days', { exact: true })
  const before = await days.inputValue()
  await days.focus()
  await rep.mouse.wheel(0, 200)
  await expect(days).toHaveValue(before)
  await days.fill('1,5')
  await save.click()
  await expect(rep.getByText('Please enter a whole number.')).toBeVisible()
  await expect(days).toHaveValue('1,5')
})

test('a far date and a text near its end are mentioned while they are typed', async ({ app, home, somebody }) => {
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.goto(path)
  await task(rep, legal).getByRole('link', { name: 'Edit' }).click()

  const notAfter = rep.getByLabel('Finish no later than', { exact: true })
  await notAfter.fill(inDays(12 * 365))
  await notAfter.blur()
  await expect(rep.getByText('more than ten years from now')).toBeVisible()
  await notAfter.fill(inDays(200))
  await notAfter.blur()
  await expect(rep.getByText('more than ten years from now')).toBeHidden()

  const title = rep.getByLabel('Title', { exact: true })
  await title.fill('x'.repeat(170))
  await expect(rep.getByText('characters left')).toHaveCount(0)
  await title.fill('x'.repeat(185))
  await expect(rep.getByText('15 characters left.')).toBeVisible()
  await expect(title).toHaveAccessibleDescription(/15 characters left/)
  await title.press('End')
  await rep.keyboard.type('y'.repeat(20))
  await expect(title).toHaveValue(/^x{185}y{15}$/)
  await expect(rep.getByText('You have reached the limit of 200 characters.')).toBeVisible()
})

const unread = /This date is incomplete/

/** Clears the first part of a date. */
async function typeHalf(field: Locator) {
  await field.focus()
  await field.page().keyboard.press('Backspace')
  expect(await field.evaluate((input: HTMLInputElement) => input.validity.badInput)).toBe(true)
}

test('half a date is asked about in rows, in lists and in what is tried, too', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  const save = rep.getByRole('button', { name: 'Save', exact: true })

  await rep.getByRole('link', { name: 'Calendar', exact: true }).click()
  const row = rep.getByRole('group', { name: 'Closed period 1 at Halden Foods', exact: true })
  await row.getByLabel('Closed from').fill(inDays(30))
  await row.getByLabel('Closed to').fill(inDays(40))
  await row.getByLabel('Why').fill('Plant shutdown')
  await save.click()
  await rep.waitForURL((url) => url.pathname === path)
  await rep.goto(`${path}/calendar`)
  await typeHalf(row.getByLabel('Closed to'))
  await save.click()
  await expect(row.getByLabel('Closed to')).toHaveAccessibleDescription(unread)
  await rep.goto(`${path}/calendar`)
  await expect(row.getByLabel('Closed to')).toHaveValue(inDays(40))

  await rep.goto(path)
  await task(rep, legal).getByRole('link', { name: 'Edit' }).click()
  await rep.getByText('Can only finish on certain dates').click()
  await rep.getByLabel('Possible finish dates').selectOption({ label: 'Specific dates' })
  const dates = rep.getByRole('group', { name: 'The dates' })
  await dates.getByLabel('The dates, 1').fill(inDays(50))
  await dates.getByLabel('The dates, 2').fill(inDays(60))
  await typeHalf(dates.getByLabel('The dates, 2'))
  await save.click()
  await expect(dates).toHaveAccessibleDescription(unread)
  await expect(dates.getByLabel('The dates, 1')).toHaveValue(inDays(50))

  await rep.goto(path)
  await task(rep, legal).getByRole('button', { name: 'What if' }).click()
  const starts = region(rep, 'What if').getByLabel('Starts')
  await typeHalf(starts)
  await expect(starts).toHaveAccessibleDescription(unread)
})

test('without JavaScript an emptied date is asked about, until its removal is ticked', async ({ home, somebody }) => {
  const rep = await somebody({ javaScriptEnabled: false })
  await comeHome(rep, home)
  const path = await createPlan(rep)
  const save = rep.getByRole('button', { name: 'Save', exact: true })
  const edit = () => task(rep, legal).getByRole('link', { name: 'Edit' }).click()
  await edit()
  await rep.getByText('Can only finish on certain dates').click()
  await rep.getByLabel('Possible finish dates').selectOption({ label: 'Specific dates' })
  await rep.getByLabel('The dates, 1').fill(inDays(50))
  await rep.getByLabel('The dates, 2').fill(inDays(60))
  await save.click()
  await rep.waitForURL((url) => url.pathname === path)
  await edit()
  for (let tries = 0; tries < 2; tries++) {
    await rep.getByLabel('The dates, 2').fill('')
    await save.click()
    await expect(rep.getByText('No date could be read here.')).toBeVisible()
  }
  await rep.getByRole('group', { name: 'The dates' }).getByLabel('Remove this date').nth(1).check()
  await save.click()
  await rep.waitForURL((url) => url.pathname === path)
  await edit()
  await expect(rep.getByLabel('The dates, 1')).toHaveValue(inDays(50))
  await expect(rep.getByLabel('The dates, 2')).toHaveValue('')
})

test('a number is echoed as it will be read, and asked about where it can be read in two ways', async ({
  home,
  somebody,
}) => {
  const rep = await somebody()
  await comeHome(rep, home)
  await rep.goto('/plans/new')
  await fill(rep, { Unit: 'days', Baseline: '1,5' })
  await expect(rep.getByText('We read this as 1.5 days')).toBeVisible()
  await fill(rep, { Baseline: '1,250' })
  await expect(rep.getByText('Please enter 1.25 or 1250.')).toBeVisible()
})

type Ways = readonly (readonly [string, string])[]

/** Ways to type a whole number, and how each is read. In each turn a field is asked about one of them, other fields about others. */
const wholes: Ways = [
  ['−3', 'We read this as -3'],
  ['1\u00a0250', 'We read this as 1,?250'],
  ['€ 12', 'We read this as 12'],
  ['12 %', 'We read this as 12'],
  ['1,5', 'Please enter a whole number.'],
]
const decimals: Ways = [
  ['−1,5', 'We read this as -1.5'],
  ['1\u202f250,5', 'We read this as 1,?250.5'],
  ['12,50 €', 'We read this as 12.5'],
  ['95,5 %', 'We read this as 95.5'],
  ['1,250', 'Please enter 1.25 or 1250'],
]

test('every number field of every form is text, and says how it reads what is typed', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await task(champion, legal).getByRole('link', { name: 'Edit' }).click()
  const pages = [
    [rep, '/plans/new'],
    [rep, `${path}/terms`],
    [champion, new URL(champion.url()).pathname],
    [champion, `${path}/win`],
    [rep, '/workspace/data'],
  ] as const
  let checked = 0
  for (const [page, address] of pages) {
    await page.goto(address)
    await expect(page.locator('main h1')).toBeVisible()
    await expect(page.locator('input[type=number]')).toHaveCount(0)
    await page.locator('main').evaluate((main) => main.querySelectorAll('details').forEach((it) => (it.open = true)))
    for (const [mode, ways] of [
      ['numeric', wholes],
      ['decimal', decimals],
    ] as const)
      for (const field of await page.locator(`main input[inputmode=${mode}]:visible`).all()) {
        const id = await field.getAttribute('id')
        for (const [text, echo] of ofThisTurn(ways, ways.length, checked)) {
          await field.fill(text)
          await expect(page.locator(`output[for="${id}"]`), `${address}: ${text}`).toHaveText(new RegExp(echo))
        }
        checked++
      }
  }
  expect(checked).toBeGreaterThan(8)
})

test('without JavaScript the page that comes back says how it reads a number, by the habit of the browser', async ({
  home,
  somebody,
}) => {
  for (const [locale, text, echo] of [
    ['en-GB', '1,5', 'We read this as 1.5 days'],
    ['en-GB', '1,250', 'can be read in two ways. Please enter 1.25 or 1250.'],
    ['de-DE', '1,250', 'We read this as 1.25 days'],
    ['de-DE', '1.250', 'We read this as 1,250 days'],
  ] as const) {
    const rep = await somebody({ javaScriptEnabled: false, locale })
    await comeHome(rep, home)
    await rep.goto('/plans/new')
    await fill(rep, { Unit: 'days', Baseline: text })
    await rep.getByRole('button', { name: 'Create plan' }).click()
    await expect(rep.getByLabel('Baseline', { exact: true })).toHaveValue(text)
    await expect(rep.getByText(echo)).toBeVisible()
    await rep.context().close()
  }
})

test('a measured value with three decimals goes through its check as it was read', async ({ app, home, somebody }) => {
  const champion = await somebody({ javaScriptEnabled: false, locale: 'de-DE' })
  const { path } = await openPlan({ app, home, champion })
  await champion.goto(`${path}/win`)
  await fill(champion, { 'Measured value': '1,125' })
  await champion.getByRole('button', { name: 'Continue' }).click()
  await expect(champion.getByText('We read this as 1.125 days')).toBeVisible()
  await champion.getByRole('button', { name: 'Save as a measurement' }).click()
  await champion.waitForURL((url) => url.pathname === path)
  await expect(region(champion, 'First win')).toContainText('1.125 days')
})
