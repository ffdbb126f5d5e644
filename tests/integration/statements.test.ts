import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { redirectTelling } from '#app/runner/outcome-cookie.server.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { type Reader, bundlePages } from '#tests/harness/bundle-pages.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** How many statements the busiest pages run, root included, when opened again. A page that needs more must raise its number here. */

let it: SamplePlan
let parts: TestParts
const readers = new Map<string, Reader>()

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl)
  it = await makePlan(db)
  const readAs = await bundlePages(parts)
  readers.set('lead', await readAs(it.workspaceId, { memberId: it.lead.id }))
  readers.set('champion', await readAs(it.workspaceId, { participantId: it.champion.id }))
}, 240_000)

afterEach(() => void vi.restoreAllMocks())

/** Every text that is sent while `work` runs, one for each round trip. */
async function sentWhile(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const query: (...args: unknown[]) => unknown = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args
    sent.push(typeof asked === 'string' ? asked : (asked as { text: string }).text)
    return query.apply(this, args)
  })
  await work()
  vi.restoreAllMocks()
  return sent
}

const frames = /^(begin|start transaction|commit|rollback|set local)\b/i

test.each<[who: string, path: (plan: SamplePlan) => string, statements: number]>([
  ['champion', ({ planId }) => `/plans/${planId}`, 12],
  ['lead', ({ planId }) => `/plans/${planId}`, 9],
  ['champion', ({ planId }) => `/plans/${planId}/activity`, 5],
  ['champion', ({ planId, taskIds }) => `/plans/${planId}/tasks/${taskIds['legal'] ?? ''}`, 8],
  ['lead', ({ planId, milestoneIds }) => `/plans/${planId}/tasks/new?milestone=${milestoneIds[0] ?? ''}`, 6],
  ['lead', ({ planId }) => `/plans/${planId}/invite`, 5],
  ['champion', ({ planId }) => `/plans/${planId}/win`, 8],
  ['champion', ({ planId, taskIds }) => `/plans/${planId}/try?duration.${taskIds['legal'] ?? ''}=20`, 7],
  ['lead', () => '/plans', 3],
  ['lead', () => '/references', 3],
  ['champion', () => '/your-plans', 3],
  ['champion', () => '/', 2],
])('%s, page %#: one transaction that reads, and so many statements', async (who, path, statements) => {
  const reader = readers.get(who)
  if (!reader) throw new Error(`Nobody is called ${who}`)
  await reader.open(path(it))
  const sent = await sentWhile(async () => {
    const { status } = await reader.open(path(it))
    expect([200, 302]).toContain(status)
  })
  const asked = sent.filter((text) => !frames.test(text))
  expect(sent.filter((text) => /^begin/i.test(text))).toEqual([
    expect.stringMatching(/^begin isolation level repeatable read read only; set local app\.workspace/),
  ])
  // What starts the transaction and what ends it are one round trip each.
  expect(sent).toHaveLength(asked.length + 2)
  expect(asked.filter((text) => !text.startsWith('select'))).toEqual([])
  expect(new Set(asked).size, 'no statement twice').toBe(asked.length)
  expect(asked.length).toBeLessThanOrEqual(statements)
})

test('a page that a form led to tells what happened within the same transaction', async () => {
  const reader = readers.get('lead')
  if (!reader) throw new Error('Nobody is called lead')
  const told = { scope: 'plan', scopeId: it.planId, number: 1, lastNumber: 1 } as const
  const { headers } = redirectTelling(parts, {
    request: new Request(parts.environment.appUrl),
    personId: it.lead.id,
    path: '/plans',
    told,
  })
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await reader.open('/plans')
  const sent = await sentWhile(async () => expect((await reader.open('/plans', { cookie })).status).toBe(200))
  expect(sent.filter((text) => text.includes('from "activity"'))).toHaveLength(1)
  expect(sent.filter((text) => /^(begin|start)/i.test(text))).toHaveLength(1)
})
