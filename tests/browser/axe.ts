import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '#tests/harness/browser.ts'

/** The rules about colours: only these can differ between the schemes, which set nothing but `color-scheme`. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Checks the current page with axe, its colours in both schemes, and its layout at a phone's width. */
export async function check(page: Page, what: string) {
  // What a page shows while the next one loads is none of it.
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Without the list of passed rules, which takes as long as the rules themselves.
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
