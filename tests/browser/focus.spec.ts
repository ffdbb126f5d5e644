import type { Locator, Page } from '@playwright/test'
import { expect, openPlan, region, task, test } from './cast.ts'
import { sendForm } from './send-form.ts'

const [first, second, third] = [
  'Stakeholder interviews',
  'Demo with Halden Foods’ own data',
  'Scope and first win agreed',
]

/** The text that a screen reader announces. */
const news = (page: Page) => page.getByRole('status', { name: 'News' })

/** The announcement of one's own change, with the way to undo it. */
const toast = (page: Page) =>
  page.getByRole('status').filter({ has: page.getByRole('button', { name: /^(Undo|Redo)/ }) })
const expectSaidOnce = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(1)

/** By keyboard alone. */
async function press(page: Page, name: string | RegExp, within: Pick<Page, 'getByRole'> = page) {
  await within.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
}

/** Where something is on the screen: content added above must not move it. */
const placeOf = async (locator: Locator) => Math.round((await locator.boundingBox())?.y ?? Number.NaN)
const expectAt = (locator: Locator, before: number) =>
  expect.poll(async () => Math.abs((await placeOf(locator)) - before)).toBeLessThanOrEqual(2)

test('after a tick the focus stays, and what happened is said', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const cards = region(rep, 'Next for you')
  const before = await rep.evaluate(() => window.scrollY)
  const next = cards.getByRole('listitem').nth(1).getByRole('link')
  const nextWords = await next.innerText()
  await press(rep, `Mark done: ${first}`, cards)
  await expect(cards.getByRole('link', { name: nextWords, exact: true })).toBeFocused()
  await expect(cards.getByRole('button', { name: `Mark done: ${second}` })).toBeVisible()
  await expect(toast(rep)).toContainText(`You checked off “${first}”.`)
  await expectSaidOnce(rep, `You checked off “${first}”.`)
  expect(await rep.evaluate(() => window.scrollY)).toBe(before)
  await expect(news(champion)).toHaveText(`Ana Lind checked off “${first}”.`)

  await press(rep, /^Undo: You checked off/)
  await expect(rep.getByRole('button', { name: /^Redo: You undid the change/ })).toBeFocused()
  await expect(cards.getByRole('button', { name: `Mark done: ${first}` })).toBeVisible()
  await expect(toast(rep)).toContainText('You undid the change to')

  // One after the other: parallel requests may be handled in any order.
  for (const title of [first, second, third]) {
    await press(rep, `Mark done: ${title}`, task(rep, title))
    await expect(toast(rep)).toContainText(`You checked off “${title}”.`)
  }
  // The last task of its stage: its row is not collapsed while it has the focus.
  await expect(task(rep, third).getByRole('button', { name: `Mark not done: ${third}` })).toBeFocused()
  await rep.reload()
  await expect(task(rep, third)).toBeHidden()
})

test('after Keep, Undo and Drop the focus is back where it came from, and the page has not moved', async ({
  app,
  home,
  somebody,
}) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  const bar = region(rep, 'Timeline').getByRole('slider', { name: 'Move Contract at Legal' })
  await bar.press('ArrowRight')
  const before = await placeOf(bar)
  await press(rep, 'Apply')
  await expect(rep.getByRole('button', { name: /^Undo: You applied a change/ })).toBeVisible()
  await expect(bar).toBeFocused()
  await expectAt(bar, before)
  await rep
    .getByRole('button', { name: /^Undo/ })
    .evaluate((button: HTMLElement) => button.focus({ preventScroll: true }))
  await rep.keyboard.press('Enter')
  await expect(rep.getByRole('button', { name: /^Redo: You undid a change/ })).toBeFocused()
  await expectAt(bar, before)

  const opener = task(rep, 'Kick-off').getByRole('button', { name: 'What if: Kick-off' })
  for (const close of [() => press(rep, 'Discard'), () => rep.keyboard.press('Escape')]) {
    await press(rep, 'What if: Kick-off', task(rep, 'Kick-off'))
    await expect(region(rep, 'What if').getByLabel('Starts')).toBeFocused()
    await close()
    await expect(region(rep, 'What if')).toHaveCount(0)
    await expect(opener).toBeFocused()
  }
  await press(rep, 'What if: Contract at Legal', task(rep, 'Contract at Legal'))
  await press(rep, /^Remove the dependency on/, region(rep, 'What if'))
  await expect(region(rep, 'What if').locator(':focus')).toHaveCount(1)
})

test('after Agree the page stays where it is, and both sides are told', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await champion.setViewportSize({ width: 1440, height: 500 })
  const agree = champion.getByRole('button', { name: 'Agree to this plan' })
  await agree.scrollIntoViewIfNeeded()
  await agree.focus()
  const before = await champion.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(0)
  await champion.keyboard.press('Enter')
  await expect(agree).toHaveCount(0)
  await expectSaidOnce(champion, 'You agreed to the plan.')
  await expect(news(rep)).toHaveText('Priya Raman agreed to the plan.')
  expect(await champion.evaluate(() => window.scrollY)).toBeGreaterThan(0)
  await expect(champion.locator('main').locator(':focus')).toHaveCount(1)
})

test('a change of the other side that comes while Agree is answered moves nothing either', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await champion.setViewportSize({ width: 1440, height: 500 })
  const changed = Promise.withResolvers<undefined>()
  const asked = Promise.withResolvers<undefined>()
  await champion.route('**/plans/*.data*', async (route) => {
    if (route.request().method() === 'GET') {
      asked.resolve(undefined)
      await changed.promise
    }
    await route.continue()
  })
  const agree = champion.getByRole('button', { name: 'Agree to this plan' })
  await agree.scrollIntoViewIfNeeded()
  const before = await champion.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(0)
  await agree.click()
  await asked.promise
  const stream = await champion.evaluateHandle(
    (path) =>
      new Promise<{ next: Promise<void> }>((open) => {
        const source = new EventSource(path)
        const next = new Promise<void>((done) => (source.onmessage = () => done()))
        source.onopen = () => open({ next })
      }),
    `${new URL(champion.url()).pathname}/events`,
  )
  await press(rep, `Mark done: ${first}`, task(rep, first))
  await stream.evaluate(({ next }) => next)
  changed.resolve(undefined)
  await expect(agree).toHaveCount(0)
  await expect(task(champion, first).getByRole('button', { name: /^Mark not done/ })).toBeVisible()
  expect(await champion.evaluate(() => window.scrollY)).toBeGreaterThan(0)
})

test('another page begins at its heading, and leads back to the task that it was opened for', async ({
  app,
  home,
  somebody,
}) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  // The address changes first, and the page later: what is rendered in between must not take the focus.
  await rep.evaluate(() => {
    const push = history.pushState.bind(history)
    history.pushState = (...to) => {
      push(...to)
      document.body.append(document.createComment('drawn in between'))
    }
  })
  const edit = () => task(rep, 'Kick-off').getByRole('link', { name: 'Edit Kick-off' }).press('Enter')
  await edit()
  await expect(rep.getByRole('heading', { level: 1, name: 'Kick-off' })).toBeFocused()
  await rep.getByLabel('Working days', { exact: true }).fill('3')
  await press(rep, 'Save')
  await expect(task(rep, 'Kick-off')).toBeFocused()
  await expect(task(rep, 'Kick-off')).toBeInViewport()
  await expect(toast(rep)).toContainText('You changed “Kick-off”.')
  await edit()
  await press(rep, 'Save')
  // One message at a time: not the offer to undo the change before.
  await expectSaidOnce(rep, 'Nothing changed. It was already saved like this.')
  await expect(toast(rep)).toHaveCount(0)
  await edit()
  await rep.locator('summary', { hasText: 'Delete task' }).press('Enter')
  await press(rep, 'Delete this task')
  await expect(toast(rep)).toContainText('You deleted “Kick-off”.')
  await expect(rep.getByRole('heading', { level: 1 })).toBeFocused()
  await rep.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Plans' }).press('Enter')
  await expect(rep.getByRole('heading', { level: 1, name: 'Plans' })).toBeFocused()
})

test('a row of a form that is removed passes the focus on to its Undo, and back', async ({ app, home, somebody }) => {
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.goto(`${path}/calendar`)
  const list = rep.getByRole('group', { name: /days off/i }).first()
  await press(rep, /^Add/, list)
  const added = rep.locator(':focus')
  await added.fill('2026-12-24')
  await press(rep, /^Remove/, list)
  await expect(list.getByRole('button', { name: /^Undo: remove/ })).toBeFocused()
  await rep.keyboard.press('Enter')
  await expect(list.getByRole('button', { name: /^Remove/ })).toBeFocused()
})

test('what gets the focus is never behind the bar that follows the reader', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  const plan = region(rep, 'Plan')
  const targets = [
    plan.getByRole('textbox', { name: 'New task for Agreement signed' }),
    task(rep, third).getByRole('link', { name: third, exact: true }),
    plan.getByRole('link', { name: 'Edit Contract at Legal', exact: true }),
  ]
  for (const width of [1280, 390]) {
    await rep.setViewportSize({ width, height: 700 })
    const bar = rep.locator('.bar-top')
    for (const target of targets) {
      // Scrolled so far that the bar lies over it.
      await target.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 4))
      await expect.poll(() => placeOf(bar)).toBeLessThanOrEqual(1)
      await target.focus()
      const edge = async () => (await placeOf(bar)) + ((await bar.boundingBox())?.height ?? 0)
      await expect.poll(async () => (await placeOf(target)) - (await edge())).toBeGreaterThanOrEqual(-1)
    }
  }
})

test('on a phone, a link to a part of the plan stops below the bar', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await sendForm(rep, `${path}/situations/new`, 'Save', {
    'Job title': 'CFO',
    'Critical business issue': 'Closing takes a month',
  })
  await sendForm(rep, `${path}/situations`, 'Share with Priya Raman', {})
  for (const person of [champion, rep]) await sendForm(person, path, 'Agree to this plan', {})
  await champion.setViewportSize({ width: 390, height: 844 })
  await champion.goto(path)
  await champion.getByRole('link', { name: 'Review what we heard from you' }).click()
  const bar = champion.locator('.bar-top')
  await expect.poll(() => placeOf(bar)).toBeLessThanOrEqual(1)
  const heard = champion.getByRole('heading', { name: 'What we heard' })
  const edge = async () => (await placeOf(bar)) + ((await bar.boundingBox())?.height ?? 0)
  await expect.poll(async () => (await placeOf(heard)) - (await edge())).toBeGreaterThanOrEqual(0)
})
