import AxeBuilder from '@axe-core/playwright'
import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, openPlan, region, takenOver, task, test } from './cast.ts'

const [legal, order, kickOff] = ['Contract at Legal', 'Order signed', 'Kick-off']

/** The titles of some tasks, in the order of the page. */
const orderOf = (page: Page) => () =>
  page
    .getByRole('region', { name: 'Plan', exact: true })
    .getByRole('group')
    .locator('.title .text')
    .allTextContents()
    .then((titles) => titles.filter((title) => [legal, order, kickOff].includes(title)))

const titleOf = (page: Page, title: string) => task(page, title).getByRole('link', { name: title, exact: true })

/** The milestone that a task belongs to. */
const milestoneWith = (page: Page, title: string) =>
  page.locator('.milestone', { has: page.getByRole('group', { name: title, exact: true }) })

/** What edits and moves rows is loaded once someone comes near. */
async function comeNear(page: Page) {
  await takenOver(page)
  await task(page, legal).hover()
  await expect(page.getByRole('checkbox', { name: `Select ${legal}` })).toBeAttached()
}

const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' })

const middleOf = async (locator: Locator) => {
  await locator.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + Math.min(width / 2, 40), y: y + height / 2, top: y, bottom: y + height }
}

test('a task moves by Alt and the arrows, keeps the focus, and goes back by Undo', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await comeNear(rep)
  const handle = titleOf(rep, legal)
  await handle.focus()
  await rep.keyboard.press('Alt+ArrowDown')
  await expect.poll(orderOf(rep)).toEqual([order, legal, kickOff])
  await expect(handle).toBeFocused()
  await expect.poll(orderOf(champion)).toEqual([order, legal, kickOff])

  // Pressed twice, it moves twice, however fast: past the end of its milestone, which is asked first.
  const asked = rep.getByRole('dialog', { name: /^Move 1 task to/ })
  await titleOf(rep, order).focus()
  await rep.keyboard.press('Alt+ArrowDown')
  await rep.keyboard.press('Alt+ArrowDown')
  await expect(asked).toBeVisible()
  await rep.keyboard.press('Escape')
  await expect(titleOf(rep, order)).toBeFocused()
  await expect.poll(orderOf(champion)).toEqual([legal, order, kickOff])
  await rep.keyboard.press('Alt+ArrowUp')
  await expect.poll(orderOf(champion)).toEqual([order, legal, kickOff])

  // The last task of its milestone goes into the next one: what that does to dates is shown before it is kept.
  const next = milestoneWith(rep, kickOff)
  const last = titleOf(rep, order)
  await last.focus()
  await rep.keyboard.press('Alt+ArrowRight')
  await expect(asked.getByRole('region', { name: 'How this affects dates' })).toContainText('→')
  await rep.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  await expect(next.getByRole('group', { name: order })).toHaveCount(0)
  await last.focus()
  await rep.keyboard.press('Alt+ArrowRight')
  await expect(asked.getByRole('button', { name: 'Move' })).toBeFocused()
  await rep.keyboard.press('Enter')
  await expect(next.getByRole('group', { name: order })).toBeVisible()
  await expect(last).toBeFocused()
  await undo(rep).click()
  await expect(next.getByRole('group', { name: order })).toHaveCount(0)
  await expect.poll(orderOf(champion)).toEqual([order, legal, kickOff])
})

test('a task is dragged by the mouse below another one, and into another milestone after a look at the dates', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await comeNear(rep)
  const drag = async (what: string, to: Locator, edge: 'top' | 'bottom') => {
    const from = await middleOf(titleOf(rep, what))
    await rep.mouse.move(from.x, from.y)
    await rep.mouse.down()
    await rep.mouse.move(from.x, from.y + 12)
    const over = await middleOf(to)
    await rep.mouse.move(over.x + 60, edge === 'top' ? over.top + 4 : over.bottom - 4, { steps: 4 })
  }
  await drag(legal, task(rep, order), 'bottom')
  await rep.mouse.up()
  await expect.poll(orderOf(rep)).toEqual([order, legal, kickOff])
  await expect.poll(orderOf(champion)).toEqual([order, legal, kickOff])
  // Letting go is no press on the title.
  expect(rep.url()).not.toContain('task=')

  await drag(legal, task(rep, kickOff), 'top')
  await rep.keyboard.press('Escape')
  await rep.mouse.up()
  await expect.poll(orderOf(rep)).toEqual([order, legal, kickOff])
  await expect(rep.getByRole('dialog')).toHaveCount(0)

  await drag(order, task(rep, kickOff), 'bottom')
  await rep.mouse.up()
  const asked = rep.getByRole('dialog', { name: /^Move 1 task to/ })
  await expect(asked).toContainText('→')
  const { violations } = await new AxeBuilder({ page: rep }).include('.dialog').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await asked.getByRole('button', { name: 'Move' }).click()
  await expect.poll(orderOf(champion)).toEqual([legal, kickOff, order])
})

test('a finger takes a row along once it has rested on it, and selects it where it does not move', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody({ hasTouch: true }), await somebody()]
  await openPlan({ app, home, rep, champion })
  await rep.setViewportSize({ width: 820, height: 1180 })
  await comeNear(rep)
  const devtools = await rep.context().newCDPSession(rep)
  const from = await middleOf(titleOf(rep, legal))
  await touch(devtools, 'touchStart', from)
  await expect(rep.locator('.table.is-dragging')).toBeVisible()
  await touch(devtools, 'touchEnd')
  await expect(rep.getByRole('checkbox', { name: `Select ${legal}` })).toBeChecked()
  await rep.getByRole('button', { name: 'Clear selection' }).tap()

  const over = await middleOf(task(rep, order))
  const start = await middleOf(titleOf(rep, legal))
  await touch(devtools, 'touchStart', start)
  await expect(rep.locator('.table.is-dragging')).toBeVisible()
  await touch(devtools, 'touchMove', { x: start.x, y: start.y + 20 })
  await touch(devtools, 'touchMove', { x: start.x, y: over.bottom - 4 })
  await touch(devtools, 'touchEnd')
  await expect.poll(orderOf(rep)).toEqual([order, legal, kickOff])
  await expect.poll(orderOf(champion)).toEqual([order, legal, kickOff])
})

const touch = (devtools: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
  devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at.x, y: at.y }] : [] })

test('several tasks are selected by keyboard, given an owner, moved and deleted, each in one change', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await comeNear(rep)
  await titleOf(rep, legal).focus()
  await rep.keyboard.press('x')
  await rep.keyboard.press('Shift+ArrowDown')
  const bar = rep.getByRole('toolbar', { name: 'Selected tasks' })
  await expect(bar).toContainText('2 tasks selected')
  await expect(titleOf(rep, order)).toBeFocused()

  await rep.keyboard.press('o')
  await expect(rep.getByRole('option', { name: 'Priya Raman' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page: rep }).include('.arrange-bar').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await rep.keyboard.type('pr')
  await rep.keyboard.press('Enter')
  for (const title of [legal, order]) await expect(task(champion, title)).toContainText('Priya Raman')
  await undo(rep).click()
  for (const title of [legal, order]) await expect(task(champion, title)).not.toContainText('Priya Raman')

  await titleOf(rep, legal).focus()
  await rep.keyboard.press('Alt+ArrowRight')
  const asked = rep.getByRole('dialog', { name: /^Move 2 tasks to/ })
  await expect(asked).toBeVisible()
  await rep.keyboard.press('Enter')
  const next = milestoneWith(champion, kickOff)
  for (const title of [legal, order]) await expect(next.getByRole('group', { name: title })).toBeVisible()
  await undo(rep).click()
  await expect(next.getByRole('group', { name: legal })).toHaveCount(0)

  await titleOf(rep, legal).focus()
  await rep.keyboard.press('Delete')
  const removal = rep.getByRole('dialog', { name: 'Delete 2 tasks?' })
  await expect(removal).toContainText('2 tasks removed')
  await expect(removal.getByRole('button', { name: 'Delete' })).toBeFocused()
  await rep.keyboard.press('Enter')
  for (const title of [legal, order]) await expect(task(champion, title)).toHaveCount(0)
  await expect(region(rep, 'Plan').getByRole('link', { name: 'Agreement signed', exact: true })).toBeFocused()
  await undo(rep).click()
  for (const title of [legal, order]) await expect(task(champion, title)).toBeVisible()
})

test('a milestone moves within its stage by Alt and the arrows and by the mouse', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await rep.goto(`${path}/milestones/new?stage=Rollout`)
  await rep.getByLabel('Title', { exact: true }).fill('Pilot done')
  await rep.getByRole('button', { name: /^(Add|Save)/ }).click()
  await expect(region(rep, 'Plan').getByRole('link', { name: 'Pilot done', exact: true })).toBeVisible()
  await rep.goto(`${path}/milestones/new?stage=Rollout`)
  await rep.getByLabel('Title', { exact: true }).fill('Team trained')
  await rep.getByRole('button', { name: /^(Add|Save)/ }).click()
  const rollout = (page: Page) => page.locator('[data-stage=Rollout] .ms b a').allTextContents()
  await expect.poll(() => rollout(champion)).toEqual(['Pilot done', 'Team trained', expect.any(String)])
  await comeNear(rep)
  const link = region(rep, 'Plan').getByRole('link', { name: 'Team trained', exact: true })
  await link.focus()
  await rep.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => rollout(champion)).toEqual(['Team trained', 'Pilot done', expect.any(String)])
  await expect(link).toBeFocused()

  const from = await middleOf(link)
  const over = await middleOf(region(rep, 'Plan').locator('.ms', { hasText: 'Pilot done' }))
  await rep.mouse.move(from.x, from.y)
  await rep.mouse.down()
  await rep.mouse.move(from.x, from.y + 12)
  await rep.mouse.move(from.x, over.bottom - 4, { steps: 4 })
  await rep.mouse.up()
  await expect.poll(() => rollout(champion)).toEqual(['Pilot done', 'Team trained', expect.any(String)])
})

test('a move that takes a while says so, also to those who want no motion', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  await rep.emulateMedia({ reducedMotion: 'reduce' })
  let answer = () => {}
  const held = new Promise<void>((done) => (answer = done))
  await rep.route(/\.data/, async (route) => {
    if (route.request().method() === 'POST') await held
    await route.fallback()
  })
  await comeNear(rep)
  await titleOf(rep, legal).focus()
  await rep.keyboard.press('Alt+ArrowDown')
  const saving = rep.getByRole('status').filter({ hasText: /^Saving…$/ })
  await expect(saving).toBeVisible()
  answer()
  await expect(saving).toHaveCount(0)
  await expect.poll(orderOf(rep)).toEqual([order, legal, kickOff])
})
