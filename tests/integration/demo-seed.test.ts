import { beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { findApiKey } from '#app/api/keys/api-key.server.ts'
import { seedDemo } from '#app/demo/seed-demo.server.ts'
import { findLink, readLink } from '#app/outbox/link-token.server.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { runClock } from '#tests/harness/clock.ts'
import { getLibraryPage } from '#app/references/library/library-queries.server.ts'
import { readLibraryFilter } from '#app/references/library/library-filter.ts'
import { bundlePages } from '#tests/harness/bundle-pages.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { slowness } from '#tests/harness/slowness.ts'

const baseUrl = 'http://localhost:4100'
let parts: TestParts
let links: Awaited<ReturnType<typeof seedDemo>>
let workspaceId: string
/** Processor time, in seconds of a machine that no one else uses. */
let worked: number

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl, { now: runClock.now().toISOString() })
  const begun = process.cpuUsage()
  links = await seedDemo(parts, { baseUrl })
  const { user, system } = process.cpuUsage(begun)
  worked = (user + system) / 1_000_000 / slowness()
  workspaceId = readLink(links.rep.split('/').at(-1) ?? '')?.workspaceId ?? ''
})

test('is there before anyone grows impatient', () => {
  expect(worked).toBeLessThan(6)
})

async function listAll() {
  const reader = { workspaceId, id: newId() }
  const listed = async (archived: boolean) =>
    (
      await getPlansList(parts, reader, {
        filter: { state: null, stage: null, late: false, mine: false, archived },
        page: null,
      })
    ).rows
  return [...(await listed(false)), ...(await listed(true))]
}

test('a second start finds the same links and makes nothing new', async () => {
  expect(await seedDemo(parts, { baseUrl })).toEqual(links)
  expect(await listAll()).toHaveLength(12)
})

test('every state is shown, one plan is late, one is tight, one is put away', async () => {
  const rows = await listAll()
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['rough', 'agreed', 'under way', 'won', 'lost']))
  expect(rows.filter(({ status }) => status?.tone === 'late').map(({ account }) => account)).toEqual([
    'Nordwerk Maschinenbau',
  ])
  expect(rows.find(({ account }) => account === 'Alder Clinics')?.status?.tone).toBe('tight')
  expect(rows.filter(({ archived }) => archived)).toHaveLength(1)
  expect(rows.find(({ account }) => account === 'Halden Foods')).toMatchObject({
    state: 'agreed',
    status: { headline: expect.stringMatching(/“Contract at Legal” must start (today|by .+)\.$/) as string },
  })
})

test('the library has a reference that is found by what marketing said of it', async () => {
  const asked = { filter: readLibraryFilter(new URLSearchParams({ q: 'forecasts' })), page: 1 }
  const { list, values } = await getLibraryPage(parts, { workspaceId }, asked)
  expect(list.rows).toMatchObject([
    { region: 'Ontario', product: 'Brightline Demand', quote: expect.any(String) as string },
  ])
  expect(values).toMatchObject({ industry: ['Food'], language: ['English'] })
})

test('each link lets its person in, the buyer to a plan whose win is open', async () => {
  for (const url of [links.rep, links.buyer, links.marketing]) {
    expect(url.startsWith(`${baseUrl}/link/`)).toBe(true)
    const token = readLink(url.slice(`${baseUrl}/link/`.length))
    if (!token) throw new Error(`${url} is no link of ours`)
    expect(await inWorkspace(parts.db, workspaceId, (trx) => findLink(trx, token))).toMatchObject({ kind: 'demo' })
  }
})

test.each(['buyer', 'rep'] as const)(
  'the %s’s page of the plan with 20 tasks is at most 60 KB of HTML',
  async (who) => {
    const planId = (await listAll()).find(({ account }) => account === 'Halden Foods')?.id
    const token = readLink(links[who].slice(`${baseUrl}/link/`.length))
    const link = token && (await inWorkspace(parts.db, workspaceId, (trx) => findLink(trx, token)))
    const readerOf = await bundlePages(parts)
    const person = link?.memberId ? { memberId: link.memberId } : { participantId: link?.participantId ?? '' }
    const { status, html } = await (await readerOf(workspaceId, person)).open(`/plans/${planId}`)
    expect(status).toBe(200)
    expect(html.match(/ role="group"/g)).toHaveLength(20)
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60_000)
  },
  600_000,
)

test('the key is a key', async () => {
  const request = new Request(baseUrl, { headers: { authorization: `Bearer ${links.apiKey}` } })
  expect(await findApiKey(parts, request)).toMatchObject({ kind: 'api-key', workspaceId })
})

test('activity is told in the order that it happened, none of it in the future, and on every plan', async () => {
  const rows = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('activity')
      .select(['scopeId', 'number', 'at', 'event', 'subjectId', 'subject', 'changes'])
      .where('workspaceId', '=', workspaceId)
      .where('scope', '=', 'plan')
      .orderBy('scopeId')
      .orderBy('number')
      .execute(),
  )
  expect(new Set(rows.map(({ scopeId }) => scopeId)).size).toBe(12)
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1]
    if (next && next.scopeId === row.scopeId) expect(next.at.getTime()).toBeGreaterThanOrEqual(row.at.getTime())
    expect(row.at.getTime()).toBeLessThan(parts.clock.now().getTime())
    expect(readEvent(row), row.event).not.toBeNull()
  }
})

test('only the latest win is still to be told by email', async () => {
  const waiting = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['kind', 'planId'])
      .where('workspaceId', '=', workspaceId)
      .where('state', '=', 'waiting')
      .execute(),
  )
  expect(waiting.map(({ kind }) => kind)).toContain('reference-ready')
  expect(new Set(waiting.map(({ planId }) => planId)).size).toBe(1)
})

test('a start that was killed halfway does not stand in the way of the next', async () => {
  const { db, appUrl } = await testDatabase()
  const later = await testParts(db, appUrl)
  const other = { ...later, environment: { ...later.environment, linkSecret: 'another secret for tests, long enough' } }
  const first = await seedDemo(other, { baseUrl })
  const half = readLink(first.rep.split('/').at(-1) ?? '')?.workspaceId ?? ''
  await inWorkspace(db, half, (trx) => trx.deleteFrom('apiKey').where('workspaceId', '=', half).execute())
  const second = await seedDemo(other, { baseUrl })
  expect(second.rep).not.toBe(first.rep)
  expect(await seedDemo(other, { baseUrl })).toEqual(second)
})
