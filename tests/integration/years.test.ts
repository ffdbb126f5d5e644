import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { seedDemo } from '#app/demo/seed-demo.server.ts'
import { fixMessage } from '#app/notices/fix-message.server.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { bundlePages, crawl, wordsIn } from '#tests/harness/bundle-pages.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { triesEveryCombination } from '#tests/reach/which-combinations.ts'

/**
 * The sample workspace of June 2028, read in the years before and after: every page that someone reaches and every email of the day
 * says the year of each of its days. In June 2028 itself they leave it out, which shows that the test finds dates. Both readings are at the end of
 * a year: a later date without its year is in that December.
 */

const seededAt = '2028-06-14T09:00:00Z'
let parts: TestParts
let workspaceId: string
let reader: Awaited<ReturnType<typeof bundlePages>>

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl, { now: seededAt })
  const { rep } = await seedDemo(parts, { baseUrl: 'http://localhost:3000' })
  workspaceId = rep.split('/link/')[1]?.split('.')[0] ?? ''
  reader = await bundlePages(parts)
}, 600_000)

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** "15 March" or "15 Mar" with no year behind it. */
const bare = new RegExp(
  `\\b(\\d{1,2}) (${months}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\\b(?!,? \\d{4})`,
  'g',
)

/** Days without their year, each with the words around it, but for the rest of the year of reading. */
function baredDays(words: string, today: IsoDate): string[] {
  const near = Array.from({ length: 13 }, (_, days) => addDays(today, days - 1))
  return [...words.matchAll(bare)].flatMap((found) => {
    const [, day = '', month = ''] = found
    const at = months.split('|').findIndex((name) => name.startsWith(month.slice(0, 3))) + 1
    const iso = `${today.slice(0, 4)}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}`
    return near.some((it) => it === iso) ? [] : [words.slice(Math.max(0, found.index - 60), found.index + 40)]
  })
}

const files = /^\/(sign-out|logos|look|assets)|\/tasks\/[^/]+\/calendar|\/export/

/** Who reads: an admin, who sees each page of the vendor, and the champions, who see what only the customer does. */
async function people() {
  const { members, champions } = await inWorkspace(parts.db, workspaceId, async (trx) => ({
    members: await trx.selectFrom('member').select(['id', 'roles']).execute(),
    champions: await trx
      .selectFrom('planParticipant')
      .select(['participantId', 'planId'])
      .where('role', '=', 'champion')
      .execute(),
  }))
  const admin = members.find(({ roles }) => roles.includes('admin'))
  if (!admin) throw new Error('Nobody of the sample workspace is an admin')
  return [
    { person: { memberId: admin.id }, from: ['/plans', '/plans?show=all'], skips: files },
    ...champions.map(({ participantId, planId }) => ({
      person: { participantId },
      from: [`/plans/${planId}`, '/your-plans'],
      skips: new RegExp(`${files.source}|/tasks/|/milestones/|/try`),
    })),
  ]
}

/** Every plan's page, and so many of its tasks' and milestones'; `npm run reach` reads all. */
const mostAlike = triesEveryCombination ? Infinity : 8

/** The text of every page at this moment. */
async function readAt(moment: string): Promise<{ path: string; words: string }[]> {
  parts.clock.set(moment)
  const read: { path: string; words: string }[] = []
  for (const { person, from, skips } of await people()) {
    const pages = await crawl(await reader(workspaceId, person), from, { skips, most: 900, mostAlike })
    for (const { path, status, html } of pages) {
      expect(status, path).toBeLessThan(500)
      read.push({ path, words: wordsIn(html) })
    }
  }
  return read
}

const today = (moment: string) => moment.slice(0, 10) as IsoDate

async function missingAt(moment: string) {
  const read = await readAt(moment)
  expect(read.length).toBeGreaterThan(100)
  return read.flatMap(({ path, words }) =>
    [...new Set(baredDays(words, today(moment)))].map((day) => `${path}: ${day}`),
  )
}

test('two years before, every page says the year of each day', { timeout: 300_000 }, async () => {
  expect(await missingAt('2026-12-20T09:00:00Z')).toEqual([])
})

test('a year after, every page and every email of the day does', { timeout: 300_000 }, async () => {
  // Late plans go on into the year of reading, whose public holidays need no year.
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('plan')
      .set((set) => ({
        vendorCalendar: sql`jsonb_set(${set.ref('vendorCalendar')}, '{holidays}', '[]')`,
        customerCalendar: sql`jsonb_set(${set.ref('customerCalendar')}, '{holidays}', '[]')`,
      }))
      .execute(),
  )
  const moment = '2029-12-20T09:00:00Z'
  expect(await missingAt(moment)).toEqual([])
  await collectDaily(parts, workspaceId)
  const messages = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const daily = await trx.selectFrom('notice').selectAll().where('kind', '=', 'daily').execute()
    return Promise.all(
      daily.map((row) => {
        const { notice, fault } = readNotice(row)
        if (!notice) throw new Error(fault)
        return fixMessage(parts, trx, row, notice, parts.clock.now())
      }),
    )
  })
  expect(messages.length).toBeGreaterThan(0)
  for (const { subject, text } of messages) {
    const words = [subject, ...text].filter((it) => typeof it === 'string').join(' ')
    expect(baredDays(words, today(moment))).toEqual([])
  }
})

test('read in the same summer, days stand without their year', async () => {
  const moment = '2028-06-14T10:00:00Z'
  parts.clock.set(moment)
  const [admin] = await people()
  if (!admin) throw new Error('Nobody reads')
  const { html } = await (await reader(workspaceId, admin.person)).open('/plans')
  expect(baredDays(wordsIn(html), today(moment)).length).toBeGreaterThan(5)
})
