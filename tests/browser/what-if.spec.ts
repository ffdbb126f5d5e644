import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, fill, inDays, openPlan, region, task, test } from './cast.ts'
import { sendForm } from './send-form.ts'

const legal = 'Contract at Legal'
const bar = (page: Page) => region(page, 'What if')
const slider = (page: Page, title: string) => region(page, 'Timeline').getByRole('slider', { name: `Move ${title}` })
const headline = (page: Page) => page.getByRole('heading', { level: 1 })

/** A button of the advice, which may appear late on a busy machine: it is computed in the background. */
async function advised(page: Page, name: string | RegExp) {
  const button = page.getByRole('button', { name })
  await expect(async () => {
    if (!(await button.isVisible())) await page.reload()
    await expect(button).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  return button
}

test('a bar is tried elsewhere by keyboard, dropped, kept and taken back', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const before = await headline(champion).textContent()
  await slider(champion, legal).focus()
  await champion.keyboard.press('ArrowRight')
  await expect(bar(champion)).toContainText(/“Contract at Legal” from \d+ \w+/)
  await expect(bar(champion)).toContainText(
    /\d+ tasks? moved · go-live \d.* → \d.* · \d+ days? buffer → \d+ days? buffer/,
  )
  await expect(task(champion, legal)).toContainText(/moves: .*expected \d/)
  await expect(slider(champion, legal)).toBeFocused()
  await task(champion, legal).getByRole('button', { name: 'What if' }).click()
  await expect(bar(champion).getByLabel('Starts')).toBeVisible()
  const { violations } = await new AxeBuilder({ page: champion }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await champion.keyboard.press('Escape')
  await expect(bar(champion)).toHaveCount(0)
  await expect(task(champion, legal)).not.toContainText('moves')

  await expect(task(champion, legal).getByRole('button', { name: 'What if' })).toBeFocused()
  await slider(champion, legal).focus()
  const lasts = await slider(champion, legal).getAttribute('aria-valuetext')
  for (let i = 0; i < 95; i++) await champion.keyboard.press('Shift+ArrowRight')
  await expect(headline(champion)).toContainText(/will be \d+ working days late/)
  await expect(headline(rep)).toHaveText(before ?? '')
  await champion.keyboard.press('Enter')
  await expect(champion.getByText(/You applied a change/)).toBeVisible()
  await expect(bar(champion)).toHaveCount(0)
  await expect(headline(rep)).toContainText(/will be \d+ working days late/)
  await champion.getByRole('button', { name: 'Undo' }).click()
  await expect(champion.getByText(/You applied a change/)).toHaveCount(0)
  await expect(headline(champion)).toHaveText(before ?? '')
  await expect(slider(champion, legal)).toHaveAttribute('aria-valuetext', lasts ?? '')
})

test('what a what-if computes with is loaded with the first one, and again where that failed', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  const asked: string[] = []
  champion.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await champion.goto(path)
  await expect(slider(champion, legal)).toBeVisible()
  expect(asked.filter((url) => /what-if-plan|try\/material/.test(url))).toEqual([])
  trouble.expected.push(/ERR_FAILED/)
  await champion.route('**/try/material', (route) => route.abort())
  await slider(champion, legal).focus()
  await champion.keyboard.press('Shift+ArrowRight')
  await champion.keyboard.press('Shift+ArrowRight')
  await expect(bar(champion)).toContainText('could not be loaded')
  await champion.unroute('**/try/material')
  await bar(champion).getByRole('button', { name: 'Try again' }).click()
  await expect(bar(champion)).toContainText(/“Contract at Legal” in \d+ working days/)
  // Both clicks count: they were queued until the plan was loaded.
  await expect(bar(champion).getByText(/in \d+ working days/)).toHaveText(
    `“${legal}” in ${(await durationOf(rep)) + 2} working days`,
  )
})

/** Working days of the task that these tests move, as its form says. */
async function durationOf(page: Page): Promise<number> {
  await task(page, legal).getByRole('link', { name: 'Edit' }).click()
  return Number(await page.getByLabel('Working days', { exact: true }).inputValue())
}

// The bar of one day is a few pixels wide and can be dragged like a longer one.
test('a bar is dragged by its body and by its end, in whole days, however narrow', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  for (const title of [legal, 'Order signed']) await dragBoth(rep, title)
})

async function dragBoth(rep: Page, title: string) {
  await slider(rep, title).scrollIntoViewIfNeeded()
  const box = await slider(rep, title).locator('.hit').first().boundingBox()
  if (!box) throw new Error('there is no bar')
  const middle = box.y + box.height / 2
  const drag = async (from: number, by: number) => {
    await rep.mouse.move(from, middle)
    await rep.mouse.down()
    await rep.mouse.move(from + by, middle + 3, { steps: 6 })
    await rep.mouse.up()
  }
  // Dragged out and back: no what-if starts.
  await rep.mouse.move(box.x + 2, middle)
  await rep.mouse.down()
  await rep.mouse.move(box.x + 42, middle, { steps: 6 })
  await expect(bar(rep)).toContainText(new RegExp(`“${title}” from \\d+ \\w+`))
  await rep.mouse.move(box.x + 2, middle, { steps: 6 })
  await rep.mouse.up()
  await expect(bar(rep)).toHaveCount(0)
  await drag(box.x + 2, 40)
  await expect(bar(rep)).toContainText(new RegExp(`“${title}” from \\d+ \\w+`))
  await rep.getByRole('button', { name: 'Discard' }).click()
  await expect(bar(rep)).toHaveCount(0)
  await drag(box.x + box.width - 1, 60)
  await expect(bar(rep)).toContainText(new RegExp(`“${title}” in \\d+ working days`))
  await rep.getByRole('button', { name: 'Discard' }).click()
  await expect(bar(rep)).toHaveCount(0)
}

test('the plan’s dates are tried by selecting them, and by dragging their lines', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  const before = await headline(rep).textContent()
  await headline(rep).getByRole('button').click()
  const field = bar(rep).getByLabel('Go-live by')
  await expect(field).toBeFocused()
  await field.fill(inDays(160))
  await expect(headline(rep)).not.toHaveText(before ?? '')
  await rep.getByRole('button', { name: 'Discard' }).click()
  await rep.getByRole('button', { name: /^First win \d/ }).click()
  await expect(bar(rep).getByLabel('First win by')).toBeFocused()
  await rep.getByRole('button', { name: 'Discard' }).click()
  for (const name of ['Move go-live', 'Move the first win']) {
    const handle = rep.getByRole('slider', { name })
    const days = async () => Number(await handle.getAttribute('aria-valuenow'))
    const stood = await days()
    const box = await handle.boundingBox()
    if (!box) throw new Error('there is no line')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await rep.mouse.move(x, y)
    await rep.mouse.down()
    await rep.mouse.move(x + 20, y, { steps: 4 })
    await rep.mouse.up()
    await expect(bar(rep)).toBeVisible()
    expect(await days()).toBeGreaterThan(stood)
    await handle.press('ArrowLeft')
    await rep.getByRole('button', { name: 'Discard' }).click()
    await expect(handle).toHaveAttribute('aria-valuenow', String(stood))
  }
})

test('a bar and a line are dragged by touch', async ({ app, home, somebody }) => {
  const champion = await somebody({ hasTouch: true })
  await openPlan({ app, home, champion })
  const touch = await champion.context().newCDPSession(champion)
  const drag = async (box: { x: number; y: number; width: number; height: number } | null) => {
    if (!box) throw new Error('there is nothing to drag')
    const [x, y] = [box.x + Math.min(4, box.width / 2), box.y + box.height / 2]
    const at = (by: number) => [{ x: x + by, y }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const by of [8, 20, 32, 44])
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(by) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await slider(champion, legal).scrollIntoViewIfNeeded()
  await drag(await slider(champion, legal).locator('.hit').first().boundingBox())
  await expect(bar(champion)).toContainText(new RegExp(`“${legal}” from \\d+ \\w+`))
  await champion.getByRole('button', { name: 'Discard' }).click()
  const line = champion.getByRole('slider', { name: 'Move go-live' })
  await line.scrollIntoViewIfNeeded()
  await drag(await line.boundingBox())
  await expect(bar(champion).getByRole('button', { name: 'Apply' })).toBeVisible()
})

test('dates, days and dependencies are typed, and what cannot be is said beside the field', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const row = task(champion, legal)
  await row.hover()
  await row.getByRole('button', { name: 'What if' }).click()
  await expect(bar(champion).getByLabel('Starts')).toBeFocused()
  await bar(champion).getByLabel('Working days').fill('2.5')
  await expect(bar(champion)).toContainText('Please enter a whole number of working days, 0 or more.')
  await bar(champion).getByLabel('Working days').fill('14')
  await expect(bar(champion)).toContainText('“Contract at Legal” in 14 working days')
  await bar(champion).getByLabel('Add a dependency').selectOption({ label: 'Kick-off' })
  await expect(bar(champion)).toContainText(/These tasks would depend on each other: “.*” → “.*”/)
  await expect(champion.getByRole('button', { name: 'Apply' })).toHaveCount(0)
  await bar(champion).getByRole('button', { name: 'Remove the dependency on Kick-off' }).click()

  // Someone else changes the plan: the what-if is kept, on the latest version.
  await task(rep, 'Kick-off').getByRole('button', { name: 'Mark done' }).click()
  await expect(bar(champion)).toContainText('The plan has changed in the meantime')
  await bar(champion).getByRole('button', { name: 'Apply' }).click()
  await expect(champion.getByText(/You applied a change/)).toBeVisible()
  await task(champion, legal).getByRole('link', { name: 'Edit' }).click()
  await expect(champion.getByLabel('Working days', { exact: true })).toHaveValue('14')
})

test('what another person changed at the same time is chosen, not overwritten', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await task(champion, legal).getByRole('button', { name: 'What if' }).click()
  await bar(champion).getByLabel('Working days').fill('14')
  await task(rep, legal).getByRole('link', { name: 'Edit' }).click()
  await fill(rep, { 'Working days': '9' })
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(bar(champion)).toContainText('The plan has changed in the meantime')
  await bar(champion).getByRole('button', { name: 'Apply' }).click()
  await expect(champion).toHaveURL(new RegExp(`${path}/try`))
  await expect(champion.getByRole('alert').first()).toContainText('changed this while you were typing')
  await champion.getByRole('button', { name: /yours\s+14/ }).click()
  await expect(champion.getByText(/You applied a change/)).toBeVisible()
})

test('without script: Preview beside Save, advice as a page, kept and taken back', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  const { path } = await openPlan({ app, home, rep, champion })
  await task(champion, legal).getByRole('link', { name: 'Edit' }).click()
  await fill(champion, { 'Working days': '14' })
  await champion.getByRole('button', { name: 'Preview' }).click()
  const preview = region(champion, 'Preview')
  await expect(preview).toContainText(/\d+ tasks moved, go-live \d.* → \d.*, .* buffer.* Nothing is saved yet\./)
  await expect(preview.getByRole('listitem').first()).toContainText(/^Agreement signed \d.* → \d/)
  await expect(
    preview
      .getByRole('listitem')
      .filter({ hasText: /\d tasks?/ })
      .first(),
  ).toBeVisible()
  await expect(champion.getByLabel('Working days', { exact: true })).toHaveValue('14')
  await champion.goto(`${path}/terms`)
  await fill(champion, { 'Critical date': inDays(30) })
  await champion.getByRole('button', { name: 'Preview' }).click()
  await expect(region(champion, 'Preview')).toContainText(/\d+ days? buffer → \d+ days? late/)
  await champion.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(headline(champion)).toContainText(/will be \d+ working days? late/)

  const advice = await advised(champion, /^Go-live on/)
  const words = (await advice.textContent()) ?? ''
  await advice.click()
  await expect(champion).toHaveURL(new RegExp(`${path}/try\\?criticalDate=`))
  await expect(headline(champion)).toContainText('Target date on')
  await expect(champion.getByText(/\d+ days? late → (\d+ days?|no) buffer\./)).toBeVisible()
  await champion.getByRole('button', { name: 'Apply' }).click()
  await expect(headline(champion)).not.toContainText(/will be \d+ working days? late/)
  await champion.getByRole('button', { name: 'Undo' }).click()
  await expect(headline(champion)).toContainText(/will be \d+ working days? late/)
  await advised(champion, words)

  // With script the same button opens it on the page itself, once what-ifs are ready there.
  await rep.goto(path)
  await expect(task(rep, legal).getByRole('button', { name: 'What if' })).toBeVisible()
  await (await advised(rep, words)).click()
  await expect(bar(rep)).toContainText('Target date on')
  await expect(headline(rep)).not.toContainText(/will be \d+ working days? late/)
  await bar(rep).getByRole('button', { name: 'Apply' }).click()
  await expect(rep.getByText(/You applied a change/)).toBeVisible()
  await rep.goto(`${path}/activity`)
  await rep.getByRole('button', { name: 'Undo' }).first().click()
  await expect(headline(rep)).toContainText(/will be \d+ working days? late/)
})

test('the menu of the plan is whole in the window, over the what-if bar', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  for (const person of [champion, rep]) await sendForm(person, path, 'Agree to this plan', {})
  await rep.setViewportSize({ width: 1280, height: 720 })
  await rep.goto(path)
  await task(rep, legal).hover()
  await task(rep, legal).getByRole('button', { name: 'What if' }).click()
  await expect(bar(rep).getByLabel('Starts')).toBeVisible()
  await rep.getByRole('button', { name: 'More', exact: true }).click()
  const menu = rep.locator('.bar-menu')
  await expect(menu).toBeVisible()
  const isOnTop = () =>
    menu.evaluate((element) => {
      const { left, bottom } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(left + 20, bottom - 20))
    })
  await expect.poll(isOnTop).toBe(true)
})
