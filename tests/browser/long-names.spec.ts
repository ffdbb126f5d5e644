import type { Page } from '@playwright/test'
import { createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import type { NoticeKind } from '#app/outbox/notice-kinds.ts'
import { renderNotice } from '#app/notices/render-notice.ts'
import { newId } from '#app/kit/ids.ts'
import { runClock } from '#tests/harness/clock.ts'
import { type Cast, makeCast } from '#tests/reach/cast.ts'
import { paramsOf, queryOf } from '#tests/reach/places.ts'
import { fill, isInTable, isPage, urls } from '#tests/reach/urls.ts'
import { ofThisTurn } from '#tests/reach/which-combinations.ts'
import { noticesOf } from '#tests/samples/notices.ts'
import { expect, test } from './cast.ts'

const company = 'Donaudampfschifffahrtselektrizitätenhauptbetri'
const address = 'https://intranet.example.com/projects/2026/rollout-of-everything?team=finance&phase=2'
const rightToLeft = 'شركة الأغذية المتحدة'
const widths = [320, 390, 768]

/** Gives everyone and everything of a workspace names that do not break, as they may have been stored before names were checked. */
async function lengthenNames(appUrl: string, { workspaceId, home }: Cast) {
  const db = createDatabase(appUrl, { max: 1 })
  await inWorkspace(db, workspaceId, async (trx) => {
    const terms = { project: address, winStatement: address, winMeasure: company, criticalReason: address }
    const sheet = { personName: company, criticalIssue: address, jobTitle: company }
    await trx.updateTable('workspace').set({ name: company }).execute()
    await trx.updateTable('account').set({ name: company }).where('id', '=', home.accountId).execute()
    await trx.updateTable('plan').set(terms).execute()
    await trx.updateTable('member').set({ name: company }).execute()
    await trx.updateTable('participant').set({ name: company }).execute()
    await trx.updateTable('planParticipant').set({ name: company }).execute()
    await trx.updateTable('milestone').set({ title: address }).execute()
    await trx.updateTable('situation').set(sheet).execute()
    await trx.updateTable('apiKey').set({ name: company }).execute()
    await trx
      .updateTable('task')
      .set({ title: address, ownerPlaceholder: company })
      .where('ownerPlaceholder', 'is not', null)
      .execute()
    await trx.updateTable('task').set({ title: rightToLeft }).where('ownerPlaceholder', 'is', null).execute()
  })
  await db.destroy()
}

const pages = urls.filter((it) => isInTable(it) && isPage(it) && !it.startsWith('sso/'))

/** How much wider a page is than its window, and which elements overflow. */
const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return null
    const out = [...document.querySelectorAll('body *')].filter(
      (it) => it.getBoundingClientRect().right > clientWidth + 1 && getComputedStyle(it).position !== 'absolute',
    )
    return `${scrollWidth - clientWidth} px: ${out
      .slice(-3)
      .map((it) => `${it.tagName}.${it.className}`)
      .join(', ')}`
  })

test('long names widen no page on a phone, a tablet or paper', async ({ app, somebody }) => {
  test.setTimeout(400_000)
  const db = createDatabase(app.appUrl, { max: 2 })
  const cast = await makeCast({ db, environment: readEnvironment(app.variables), clock: runClock })
  await db.destroy()
  await lengthenNames(app.appUrl, cast)
  const wide: string[] = []
  // Each page is read by one of three in each turn. Scripts add little to a page, and running them takes as long as all else: one person of each side has them.
  const readers = [
    ['member with every role', false],
    ['lead', true],
    ['champion', true],
  ] as const
  for (const [at, [name, javaScriptEnabled]] of readers.entries()) {
    const asker = cast.askers.find((it) => it.name === name)
    const [cookie = '', value = ''] = asker?.headers['cookie']?.split('=') ?? []
    const page = await somebody({ javaScriptEnabled })
    await page.context().addCookies([{ name: cookie, value, url: app.baseUrl }])
    for (const url of ofThisTurn(pages, readers.length, at)) {
      const params = paramsOf(cast.home, asker?.personId ?? null)
      await page.goto(`${fill(url, params)}${queryOf(url, cast.home)}`)
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true
      })
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        const overflow = await overflowOf(page)
        if (overflow) wide.push(`${name} at ${url}, ${width} px wide, by ${overflow}`)
      }
      await page.emulateMedia({ media: 'print' })
      const printed = await overflowOf(page)
      if (printed) wide.push(`${name} at ${url}, printed, by ${printed}`)
      await page.emulateMedia({ media: 'screen' })
    }
  }
  expect(wide).toEqual([])
})

test('long names widen no email on a phone, in either scheme', async ({ page }) => {
  const ids = { codeId: newId(), planIds: [newId(), newId()] } as const
  const links = { own: { url: `https://plans.example/link/${'x'.repeat(120)}` }, plans: new Map() }
  const wide: string[] = []
  await page.setViewportSize({ width: 360, height: 740 })
  const allTyped = [company, 'x'.repeat(100), rightToLeft]
  for (const [at, typed] of allTyped.entries()) {
    const notices = Object.entries(noticesOf(typed, ids)) as [NoticeKind, Parameters<typeof renderNotice>[0]][]
    for (const [kind, notice] of ofThisTurn(notices, allTyped.length, at)) {
      const { html } = await renderNotice(notice, { links, sentOn: '2026-06-17' })
      await page.setContent(html.filter((it) => typeof it === 'string').join(''))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const overflow = await overflowOf(page)
        if (overflow) wide.push(`${kind}, ${colorScheme}, by ${overflow}`)
      }
    }
  }
  expect(wide).toEqual([])
})
