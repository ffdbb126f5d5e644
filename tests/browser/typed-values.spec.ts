import type { Locator } from '@playwright/test'
import { comeHome, createPlan, expect, fill, inDays, openPlan, region, task, test } from './cast.ts'

const legal = 'Contract at Legal'

test('half a date is asked about, one taken away is gone, and a comma is a comma', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  const edit = async () => {
    await rep.goto(path)
    await task(rep, legal).getByRole('link', { name: 'Edit' }).click()
  }
  const notAfter = rep.getByLabel('Not after', { exact: true })
  const save = rep.getByRole('button', { name: 'Save' })

  await edit()
  await notAfter.fill(inDays(300))
  await save.click()
  await rep.waitForURL((url) => url.pathname === path)

  await edit()
  await notAfter.focus()
  // The first part alone: what is left is no date, and the browser posts nothing for it.
  await rep.keyboard.press('Backspace')
  expect(await notAfter.evaluate((input: HTMLInputElement) => input.validity.badInput)).toBe(true)
  await save.click()
  await expect(rep.getByText('This date is not complete')).toBeVisible()
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
  await expect(rep.getByText('Please give a whole number.')).toBeVisible()
  await expect(days).toHaveValue('1,5')
})

test('a far date and a text near its end are told of while they are typed', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await rep.goto(path)
  await task(rep, legal).getByRole('link', { name: 'Edit' }).click()

  const notAfter = rep.getByLabel('Not after', { exact: true })
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
  await expect(rep.getByText('No room is left: the most is 200 characters.')).toBeVisible()
})

const unread = /This date is not complete/

/** Leaves a date that was whole without its first part. */
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
  const row = rep.getByRole('group', { name: 'Closed period 1 of Halden Foods', exact: true })
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
  await rep.getByText('It can only be finished on certain days').click()
  await rep.getByLabel('Which days').selectOption({ label: 'These dates alone' })
  const dates = rep.getByRole('group', { name: 'The dates' })
  await dates.getByLabel('The dates, 1').fill(inDays(50))
  await dates.getByLabel('The dates, 2').fill(inDays(60))
  await typeHalf(dates.getByLabel('The dates, 2'))
  await save.click()
  await expect(dates).toHaveAccessibleDescription(unread)
  await expect(dates.getByLabel('The dates, 1')).toHaveValue(inDays(50))

  await rep.goto(path)
  await task(rep, legal).getByRole('button', { name: 'Try' }).click()
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
  await rep.getByText('It can only be finished on certain days').click()
  await rep.getByLabel('Which days').selectOption({ label: 'These dates alone' })
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
  await expect(rep.getByText('Read as 1.5 days')).toBeVisible()
  await fill(rep, { Baseline: '1,250' })
  await expect(rep.getByText('Please write 1.25 or 1250.')).toBeVisible()
})
