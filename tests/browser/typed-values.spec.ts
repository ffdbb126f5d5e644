import { expect, inDays, openPlan, task, test } from './cast.ts'

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
