import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '#tests/harness/browser.ts'

/** The rules that look at colours: all that can differ between the schemes, which set `color-scheme` and nothing else. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Holds the page as it stands to axe, its colours in both schemes, and to a phone's width. */
export async function check(page: Page, what: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Without a list of all that is in order, which takes as long to write as the rules take.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(colourRules) : axe).analyze()
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect.soft(told, `${what}, ${colorScheme}`).toEqual([])
  }
  const before = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(width, `${what}: its width on a phone`).toBeLessThanOrEqual(390)
  if (before) await page.setViewportSize(before)
}
