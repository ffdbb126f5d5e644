import type { Page } from '@playwright/test'
import { expect, openPlan, task, test } from './cast.ts'

const [legal, order, kickOff] = ['Contract at Legal', 'Order signed', 'Kick-off']

/** The titles of some tasks, in the order of the page. */
const orderOf = (page: Page) => () =>
  page
    .getByRole('region', { name: 'Plan', exact: true })
    .getByRole('group')
    .locator('.title .text')
    .allTextContents()
    .then((titles) => titles.filter((title) => [legal, order, kickOff].includes(title)))

test('a task moves by Alt and the arrows, keeps the focus, and goes back by Undo', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await task(rep, legal).hover()
  const handle = task(rep, legal).getByRole('link', { name: `Open ${legal}` })
  await handle.focus()
  await rep.keyboard.press('Alt+ArrowDown')
  await expect.poll(orderOf(rep)).toEqual([order, legal, kickOff])
  await expect(handle).toBeFocused()
  await expect.poll(orderOf(champion)).toEqual([order, legal, kickOff])

  // Past the end of its milestone, into the next one.
  await rep.keyboard.press('Alt+ArrowRight')
  const next = rep.locator('.milestone', { has: rep.getByRole('group', { name: kickOff, exact: true }) })
  await expect(next.getByRole('group', { name: legal })).toBeVisible()
  await expect(handle).toBeFocused()
  await rep.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(next.getByRole('group', { name: legal })).toHaveCount(0)
  await expect.poll(orderOf(champion)).toEqual([order, legal, kickOff])
})
