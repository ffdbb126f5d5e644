import type { Locator, Page } from '@playwright/test'
import { expect, test } from './cast.ts'

/** An action by keyboard alone, where the focus is afterwards, and what a screen reader announces once. */
export type Act = {
  on: string
  /** What is typed and chosen before. */
  before?: (page: Page) => Promise<unknown>
  press: string | RegExp
  /** The button itself by default. */
  focus?: (page: Page) => Locator
  says: string
}

export const nothingChanged = 'Nothing changed. It was already saved like this.'

export const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: true })
export const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name, exact: true })
export const firstHeading = (page: Page) => page.getByRole('heading', { level: 1 })
export const row = (text: string) => (page: Page) => page.getByRole('listitem').filter({ hasText: text })
export const open = (label: string) => (page: Page) => page.getByLabel(label, { exact: true }).press('Enter')

const placeOf = async (locator: Locator) => Math.round((await locator.boundingBox())?.y ?? Number.NaN)
export const pathOf = (page: Page) => new URL(page.url()).pathname

async function carryOut(page: Page, { on, before, press, focus, says }: Act) {
  if (pathOf(page) !== on) await page.goto(on)
  await before?.(page)
  const control = page.getByRole('button', { name: press, exact: true })
  await control.focus()
  const place = await placeOf(control)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: says })).toHaveCount(1)
  await expect(focus?.(page) ?? control).toBeFocused()
  await expect(page.locator(':focus')).toBeInViewport()
  // Repeating the action at once uses the same place in the window.
  if (!focus) expect(Math.abs((await placeOf(control)) - place)).toBeLessThanOrEqual(2)
}

export async function carryOutAll(page: Page, acts: readonly Act[]) {
  for (const act of acts) await test.step(`${act.on}: ${act.press}`, () => carryOut(page, act))
}
