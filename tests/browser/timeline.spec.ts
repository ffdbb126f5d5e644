import type { Page } from '@playwright/test'
import { expect, openPlan, region, task, test } from './cast.ts'

const widthOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())?.width ?? 0
const axis = (page: Page) => page.locator('.axis')

test('half of the plan is its timeline, and what the window has more', async ({ app, home, somebody }) => {
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  const halves: number[] = []
  for (const width of [1280, 1920]) {
    await rep.setViewportSize({ width, height: 720 })
    await rep.goto(path)
    const [whole, timeline] = [await widthOf(rep, '.sheet'), await widthOf(rep, '.timeline')]
    expect(timeline / whole).toBeGreaterThan(0.49)
    expect(whole).toBeGreaterThan(width - 100)
    halves.push(timeline)
  }
  expect(halves[1]).toBeGreaterThan((halves[0] ?? 0) + 400)
})

test('some weeks, months or quarters are shown instead of the whole plan, earlier and later ones too', async ({
  app,
  home,
  somebody,
}) => {
  const champion = await somebody()
  await openPlan({ app, home, champion })
  const zoom = champion.getByRole('group', { name: 'Timeline zoom' })
  const whole = await axis(champion).textContent()
  await expect(zoom.getByRole('button', { name: 'Whole plan' })).toHaveAttribute('aria-pressed', 'true')
  await expect(zoom.getByRole('button', { name: 'Later' })).toHaveCount(0)
  await zoom.getByRole('button', { name: 'Weeks' }).click()
  await expect(axis(champion)).toContainText(/22 Jun/)
  await expect(axis(champion)).toContainText(/Today/)
  await zoom.getByRole('button', { name: 'Later' }).click()
  await expect(axis(champion)).not.toContainText(/Today/)
  await zoom.getByRole('button', { name: 'Earlier' }).click()
  await expect(axis(champion)).toContainText(/Today/)
  // What is not in view takes no focus.
  const bars = region(champion, 'Timeline').getByRole('slider', { name: /^Move / })
  const [first] = await bars.all()
  await expect(first ?? bars).toHaveAttribute('tabindex', '0')
  const inView = await bars.count()
  await zoom.getByRole('button', { name: 'Later' }).click()
  await expect(bars).not.toHaveCount(inView)
  await expect(bars.first()).toHaveAttribute('tabindex', '0')
  const edges = await axis(champion).boundingBox()
  for (const bar of await bars.all()) {
    const box = await bar.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(edges?.x ?? 0)
    expect(box?.x).toBeLessThan((edges?.x ?? 0) + (edges?.width ?? 0))
  }
  await zoom.getByRole('button', { name: 'Quarters' }).click()
  await expect(axis(champion)).toContainText(/Q4/)
  await zoom.getByRole('button', { name: 'Whole plan' }).click()
  await expect(axis(champion)).toHaveText(whole ?? '')
  await zoom.getByRole('button', { name: 'Weeks' }).click()
  await expect(axis(champion)).not.toHaveText(whole ?? '')
  await champion.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(axis(champion)).toHaveText(whole ?? '')
})

test('lines lead from the task that is looked at to those before and after it', async ({ app, home, somebody }) => {
  const champion = await somebody()
  await openPlan({ app, home, champion })
  const lines = champion.locator('.dependencies path')
  await task(champion, 'Order signed').hover()
  await expect(lines).not.toHaveCount(0)
  await champion.getByRole('heading', { name: 'The plan' }).hover()
  await expect(lines).toHaveCount(0)
  await region(champion, 'Timeline').getByRole('slider', { name: 'Move Order signed' }).focus()
  await expect(lines).not.toHaveCount(0)
})

test('the axis stays in sight below the dates of the plan', async ({ app, home, somebody }) => {
  const champion = await somebody()
  await openPlan({ app, home, champion })
  await champion.setViewportSize({ width: 1280, height: 720 })
  await task(champion, 'Cut over').scrollIntoViewIfNeeded()
  await expect(axis(champion)).toBeInViewport({ ratio: 0.9 })
})
