import type { Locator, Page } from '@playwright/test'
import { expect, openPlan, region, takenOver, task, test } from './cast.ts'

const [legal, order] = ['Contract at Legal', 'Order signed']
const titles = ['Book the room', 'Invite the board', 'Send the draft', 'Collect comments', 'Print the contract']

/** What a person did on a page since the count began. */
type Effort = { presses: number; drags: number; keys: number }

declare global {
  interface Window {
    counted?: Effort
  }
}

/**
 * Counts what a person does on a page, as the page receives it: presses of the mouse, drags, and keys.
 * @returns ends the count
 */
async function countEffort(page: Page): Promise<() => Promise<Partial<Effort> & { pages: number }>> {
  await takenOver(page)
  let pages = 0
  const onRequest = (request: { isNavigationRequest(): boolean }) => {
    if (request.isNavigationRequest()) pages += 1
  }
  page.on('request', onRequest)
  await page.evaluate(() => {
    const counted = { presses: 0, drags: 0, keys: 0 }
    let [x, y] = [0, 0]
    addEventListener('pointerdown', (event) => ([x, y] = [event.clientX, event.clientY]), true)
    addEventListener(
      'pointerup',
      (event) => {
        if (Math.hypot(event.clientX - x, event.clientY - y) > 5) counted.drags += 1
        else counted.presses += 1
      },
      true,
    )
    addEventListener('keydown', () => (counted.keys += 1), true)
    window.counted = counted
  })
  return async () => {
    page.off('request', onRequest)
    const counted = await page.evaluate(() => ({ ...window.counted }))
    return { ...counted, pages }
  }
}

/** Gives a task an owner: one press, the first letters of the name and Enter. */
async function giveOwner(page: Page, title: string, pressed: Locator) {
  await task(page, title).hover()
  await pressed.click()
  await expect(page.getByRole('option', { name: 'Priya Raman' })).toBeVisible()
  await page.keyboard.type('pr')
  await page.keyboard.press('Enter')
  await expect(task(page, title).getByRole('button', { name: /: Priya Raman$/ })).toBeFocused()
}

test('the jobs of a call take few presses and keys', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })

  // Five tasks with owners: at most 12 presses, on one page.
  const five = await countEffort(rep)
  await region(rep, 'Plan').getByRole('textbox', { name: 'New task for Agreement signed' }).click()
  for (const title of titles) {
    await rep.keyboard.type(title)
    await rep.keyboard.press('Enter')
  }
  // One after the other, each with the page that it changed.
  await expect(task(rep, 'Print the contract')).toBeVisible({ timeout: 30_000 })
  await rep.keyboard.press('Escape')
  for (const title of titles) await giveOwner(rep, title, task(rep, title).getByText('Assign owner'))
  const { presses, drags, pages } = await five()
  expect({ presses, drags, pages }).toEqual({ presses: 6, drags: 0, pages: 0 })

  // An owner: one press and three keys.
  const owner = await countEffort(rep)
  await giveOwner(rep, legal, task(rep, legal).getByRole('button', { name: `Change owner of ${legal}` }))
  expect(await owner()).toEqual({ presses: 1, drags: 0, keys: 3, pages: 0 })

  // To move a task: two keys, Alt and an arrow.
  const places = async () =>
    (await region(rep, 'Plan').locator('.title .text').allTextContents()).filter((it) => [legal, order].includes(it))
  expect(await places()).toEqual([legal, order])
  await task(rep, legal).getByRole('link', { name: legal, exact: true }).focus()
  const moved = await countEffort(rep)
  await rep.keyboard.press('Alt+ArrowDown')
  await expect.poll(places).toEqual([order, legal])
  expect(await moved()).toEqual({ presses: 0, drags: 0, keys: 2, pages: 0 })

  // The critical date: one drag.
  const line = rep.getByRole('slider', { name: 'Move go-live' })
  const stood = Number(await line.getAttribute('aria-valuenow'))
  await line.scrollIntoViewIfNeeded()
  const { x = 0, y = 0, width = 0, height = 0 } = (await line.boundingBox()) ?? {}
  const date = await countEffort(rep)
  await rep.mouse.move(x + width / 2, y + height / 2)
  await rep.mouse.down()
  await rep.mouse.move(x + width / 2 + 20, y + height / 2, { steps: 4 })
  await rep.mouse.up()
  await expect(region(rep, 'What if')).toBeVisible()
  expect(Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(stood)
  expect(await date()).toEqual({ presses: 0, drags: 1, keys: 0, pages: 0 })
})
