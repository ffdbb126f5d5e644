import AxeBuilder from '@axe-core/playwright'
import { expect, openPlan, task, test } from './cast.ts'

const legal = 'Contract at Legal'

test('a task is edited in its row, by mouse and by keyboard, and every change is offered to be taken back', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const pages: string[] = []
  rep.on('request', (request) => request.isNavigationRequest() && pages.push(request.url()))
  const undo = rep.getByRole('status').getByRole('button', { name: 'Undo' })

  // An owner: one press and three keys.
  await task(rep, legal).hover()
  await task(rep, legal)
    .getByRole('button', { name: `Change owner of ${legal}` })
    .click()
  await expect(rep.getByRole('option', { name: 'Priya Raman' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page: rep }).include('.cell-field').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await rep.keyboard.type('pr')
  await rep.keyboard.press('Enter')
  const owner = task(rep, legal).getByRole('button', { name: `Change owner of ${legal}: Priya Raman` })
  await expect(owner).toBeFocused()
  await expect(task(champion, legal)).toContainText('Priya Raman')
  await expect(undo).toBeVisible()

  // By keyboard alone: along the row, and on with Tab.
  await rep.keyboard.press('ArrowRight')
  await rep.keyboard.press('Enter')
  const days = rep.getByRole('textbox', { name: 'Working days' })
  await expect(days).toBeFocused()
  await rep.keyboard.type('23')
  await rep.keyboard.press('Enter')
  await expect(task(rep, legal).getByRole('button', { name: /^Change working days.*: 23 working days$/ })).toBeFocused()
  await rep.keyboard.press('ArrowRight')
  await rep.keyboard.press('Enter')
  await expect(rep.getByRole('listbox', { name: 'Status' })).toBeFocused()
  await rep.keyboard.press('s')
  await rep.keyboard.press('Enter')
  await expect(task(champion, legal)).toContainText('started')
  await rep.keyboard.press('F2')
  await expect(rep.getByRole('listbox', { name: 'Status' })).toBeFocused()
  await rep.keyboard.press('Escape')
  await expect(rep.getByRole('listbox', { name: 'Status' })).toHaveCount(0)

  await task(rep, legal).getByRole('link', { name: legal, exact: true }).focus()
  await rep.keyboard.press('F2')
  await rep.keyboard.type('Contract signed by Legal')
  await rep.keyboard.press('Tab')
  const renamed = task(rep, 'Contract signed by Legal')
  await expect(renamed.getByRole('button', { name: /^Change side/ })).toBeFocused()
  await expect(task(champion, 'Contract signed by Legal')).toBeVisible()
  await rep.keyboard.press('Enter')
  await rep.keyboard.press('b')
  await rep.keyboard.press('Enter')
  await expect(renamed.getByRole('button', { name: /^Change side.*: (Brightline|Both)/ })).toBeFocused()

  await undo.click()
  await expect(renamed.getByRole('button', { name: /^Change side.*: Halden Foods$/ })).toBeVisible()
  expect(pages).toEqual([])
})

test('two people in one cell choose, in different cells both win, and what is refused comes back', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const rename = async (page: typeof rep, title: string) => {
    await task(page, legal).hover()
    await task(page, legal).getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill(title)
  }
  await rename(rep, 'Contract with Legal')
  await rename(champion, 'Contract at our Legal')
  await champion.keyboard.press('Enter')
  await expect(task(champion, 'Contract at our Legal')).toBeVisible()
  await expect(rep.getByRole('textbox', { name: 'Title' })).toHaveValue('Contract with Legal')
  await rep.keyboard.press('Enter')
  const asked = rep.getByRole('alert').filter({ hasText: 'Priya Raman changed this while you were typing' })
  await expect(asked.getByRole('button', { name: 'Use Priya Raman’s version: Contract at our Legal' })).toBeVisible()
  await asked.getByRole('button', { name: 'Keep yours: Contract with Legal' }).click()
  const settled = task(champion, 'Contract with Legal')
  await expect(settled).toBeVisible()

  // Different fields of one task: the champion’s field was open before the rep’s change.
  await settled.hover()
  await settled.getByRole('button', { name: /^Change working days/ }).click()
  await champion.getByRole('textbox', { name: 'Working days' }).fill('4')
  await task(rep, 'Contract with Legal').hover()
  await task(rep, 'Contract with Legal')
    .getByRole('button', { name: /^Change side/ })
    .click()
  await rep.getByRole('option', { name: /^Both/ }).click()
  await expect(settled.getByRole('button', { name: /^Change side.*: Both/ })).toBeVisible()
  await champion.keyboard.press('Enter')
  await expect(task(rep, 'Contract with Legal').getByRole('button', { name: /: 4 working days$/ })).toBeVisible()
  await expect(settled.getByRole('button', { name: /^Change side.*: Both/ })).toBeVisible()

  await settled.getByRole('button', { name: /^Change working days/ }).click()
  await champion.getByRole('textbox', { name: 'Working days' }).fill('many')
  await champion.keyboard.press('Enter')
  await expect(champion.getByRole('form').getByRole('alert')).toBeVisible()
  await expect(champion.getByRole('textbox', { name: 'Working days' })).toHaveValue('many')
})

test('the title opens the task beside the plan, with an address of its own, and the focus returns to its row', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  const opener = task(rep, legal).getByRole('link', { name: legal, exact: true })
  const panel = rep.getByRole('complementary', { name: legal })
  await task(rep, legal).hover()
  await opener.click({ position: { x: 20, y: 20 } })
  await expect(panel.getByRole('heading', { name: legal })).toBeFocused()
  await expect(rep).toHaveURL(/\?task=/)
  await expect(task(rep, legal)).toBeVisible()
  const { violations } = await new AxeBuilder({ page: rep }).include('.task-panel').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await rep.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(opener).toBeFocused()
  await rep.keyboard.press('Enter')
  await expect(panel).toBeVisible()
  await rep.goBack()
  await expect(panel).toHaveCount(0)
  expect(new URL(rep.url()).pathname).toBe(path)

  // What is written there stays there, and what is done on the plan leaves it open.
  await opener.click({ position: { x: 20, y: 20 } })
  await panel.getByRole('textbox', { name: 'Write a comment' }).fill('Legal asks for the annex.')
  await panel.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(panel.getByText('Legal asks for the annex.').first()).toBeVisible()
  await task(rep, 'Kick-off').getByRole('button', { name: 'Mark done' }).click()
  await expect(task(rep, 'Kick-off').getByRole('button', { name: 'Mark not done' })).toBeVisible()
  await expect(panel.getByText('Legal asks for the annex.').first()).toBeVisible()
  await task(champion, legal).getByRole('button', { name: 'Mark done' }).click()
  await expect(panel.getByText(/^Done on \d/)).toBeVisible()

  // Loaded by itself, the address is the page of the task.
  await rep.reload()
  await expect(rep).toHaveURL(/\/view$/)
  await expect(rep.getByRole('heading', { level: 1, name: legal })).toBeVisible()
})

test('a row can be edited on a page that was opened under the pointer', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  // On the page that is left, the pointer is on a field.
  await rep.setViewportSize({ width: 1280, height: 900 })
  const edit = task(rep, legal).getByRole('link', { name: 'Edit' })
  await edit.evaluate((link) => link.scrollIntoView({ block: 'center' }))
  await edit.click()
  await expect(rep.getByRole('textbox', { name: 'Title' })).toHaveValue(legal)
  await expect.poll(() => rep.locator('main :hover').count()).toBeGreaterThan(0)
  // As with a button of the mouse: the pointer stays where it is.
  await rep.evaluate(() => history.back())
  await expect.poll(() => edit.evaluate((link) => link.matches(':hover'))).toBe(true)
  const { x = 0, y = 0 } = (await edit.boundingBox()) ?? {}
  await rep.mouse.move(x - 200, y + 2, { steps: 3 })
  await expect(rep.getByRole('checkbox', { name: `Select ${legal}` })).toBeAttached()
})

test('on a phone a row leads to its task', async ({ app, home, somebody }) => {
  const champion = await somebody()
  await champion.setViewportSize({ width: 390, height: 844 })
  await openPlan({ app, home, champion })
  await task(champion, legal).getByRole('button', { name: 'Mark done' }).focus()
  await expect(task(champion, legal).getByRole('button', { name: /^Change/ })).toHaveCount(0)
  await task(champion, legal).getByRole('link', { name: legal, exact: true }).click()
  await expect(champion).toHaveURL(/\/view$/)
  await expect(champion.getByRole('heading', { level: 1, name: legal })).toBeVisible()
  await champion.goBack()
  await task(champion, legal).getByRole('link', { name: 'Edit' }).click()
  await expect(champion).toHaveURL(/\/tasks\/[^/]+$/)
  await expect(champion.getByRole('heading', { name: legal })).toBeVisible()
})
