import { AxeBuilder } from '@axe-core/playwright'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from './cast.ts'

/** `npm run email` on a port of its own: Playwright has a JSX of its own, so emails are rendered by another process. */
async function openPreview() {
  const preview = spawn(process.execPath, ['--import', 'tsx', 'app/demo/emails/preview.ts'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(preview.stdout), 'line')) as [string]
  return { url: /http\S+/.exec(line)?.[0] ?? '', close: () => preview.kill() }
}

/** What mail programs draw around an email. */
const ofTheProgram = ['region', 'landmark-one-main']

test('every email is readable by everyone, in light and dark, and fits a phone of 360 pixels', async ({ page }) => {
  test.slow()
  const preview = await openPreview()
  const read = async (path: string) => (await fetch(preview.url + path)).text()
  const paths = [...(await read('/')).matchAll(/<a href="(\/[^"]+)"><strong>/g)].map(([, path]) => path ?? '')
  const emails = await Promise.all(paths.map(async (path) => ({ path, html: await read(`${path}/html?scheme=light`) })))
  preview.close()
  expect(emails.length).toBeGreaterThan(50)
  for (const { path, html } of emails) expect(html, path).toMatch(/<html[^>]* lang="en"[\s\S]*<title>[^<]+<\/title>/)

  // All of them one below the other, as each is: their look stands in their own elements, and dark is the same rules for all.
  const [first] = emails
  const style = /<style>[\s\S]*?<\/style>/.exec(first?.html ?? '')?.[0] ?? ''
  const bodies = emails.map(({ path, html }) => {
    const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ''
    return `<article aria-label="${path}" style="width:360px;overflow:auto">${body}</article>`
  })
  await page.setViewportSize({ width: 400, height: 800 })
  for (const scheme of ['light', 'dark'] as const) {
    const rules = style.replace('@media not all', scheme === 'dark' ? '@media all' : '@media not all')
    await page.setContent(
      `<html lang="en"><head><title>Emails</title>${rules}</head><body>${bodies.join('')}</body></html>`,
    )
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    const { violations } = await (
      scheme === 'dark' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.disableRules(ofTheProgram)
    ).analyze()
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect.soft(told, scheme).toEqual([])
  }
  const wide = await page
    .getByRole('article')
    .evaluateAll((all) => all.filter((it) => it.scrollWidth > 360).map((it) => it.getAttribute('aria-label')))
  expect(wide).toEqual([])
})
