import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '#tests/harness/browser.ts'

/** Holds the page as it stands to axe in both colour schemes, and to a phone's width. */
export async function check(page: Page, what: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect.soft(told, `${what}, ${colorScheme}`).toEqual([])
  }
  const before = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(width, `${what}: its width on a phone`).toBeLessThanOrEqual(390)
  if (before) await page.setViewportSize(before)
}
