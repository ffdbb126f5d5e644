import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { loadModule } from 'libpg-query'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { redirectTelling } from '#app/runner/outcome-cookie.server.ts'
import { keepPages } from '#app/server/keep-pages.server.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { type WatchedPlan, planChanges, watchedPlan } from '#tests/factories/watched-plan.ts'
import { bundleAnswer } from '#tests/harness/bundle-pages.ts'
import { faultsOfStatement } from '#tests/structure/statement-rules.ts'

type Answer = (request: Request, context: ServerContext) => Promise<Response>
/** Opens a page of the plan, with headers. */
type Open = (path: string, headers: Record<string, string>, context: ServerContext) => Promise<Response>

let bundle: Answer
let fresh: Open
let it: WatchedPlan
/** How many pages were rendered rather than served from the cache. */
let made = 0
let kept: Open

beforeAll(async () => {
  bundle = await bundleAnswer()
  fresh = (path, headers, context) => bundle(new Request(it.parts.environment.appUrl + path, { headers }), context)
}, 600_000)

beforeEach(async () => {
  made = 0
  it = await watchedPlan()
  kept = keptWithin(10_000_000)
})

/** Half of the answers are read compressed, as browsers ask for them. */
function keptWithin(mostBytes: number): Open {
  const { answer: answerKept } = keepPages(mostBytes)
  let answered = 0
  return async (path, headers, context) => {
    const found = await answerKept({ method: 'GET', originalUrl: path, headers }, context, (making) => {
      made++
      return fresh(path, headers, making)
    })
    if (found instanceof Response) return found
    const { page } = found
    return new Response(++answered % 2 ? page.plain() : gunzipSync(page.gzip()), { headers: found.headers })
  }
}

const pages = {
  plan: ({ planId }) => `/plans/${planId}`,
  'data of the plan': ({ planId }) => `/plans/${planId}.data`,
  'data of a task': ({ planId, taskIds }) => `/plans/${planId}/tasks/${taskIds['build'] ?? ''}.data`,
  'own tasks': ({ planId }) => `/plans/${planId}?show=mine`,
  activity: ({ planId }) => `/plans/${planId}/activity`,
  'a task': ({ planId, taskIds }) => `/plans/${planId}/tasks/${taskIds['build'] ?? ''}`,
  plans: () => '/plans',
  'late plans': () => '/plans?late=yes',
  references: () => '/references',
} satisfies Record<string, (plan: WatchedPlan) => string>

type Page = keyof typeof pages
const allPages = Object.keys(pages) as Page[]

type Who = 'lead' | 'admin' | 'champion' | 'viewer' | 'waiting'

/** One look at a page, by the kept pages or afresh, with the marks of the request replaced by their names. */
async function look(
  open: Open,
  who: Who,
  { page = 'plan', cookie = '', ...more }: { page?: Page; cookie?: string; 'sec-purpose'?: string } = {},
) {
  const marks = { requestId: newId().slice(0, 9), cspNonce: `${newId()}==`, formKey: newId() }
  const headers = { cookie: `${it.cookies.get(who) ?? ''}; ${cookie}`, 'accept-language': 'en-GB,de;q=0.5', ...more }
  const keeping = { formKey: marks.formKey, keep: () => undefined }
  const context = { parts: it.parts, ...marks, ...(open === fresh ? { keeping } : {}) }
  const response = await open(pages[page](it), headers, context)
  const html = await response.text()
  const [, ofForm, ofData] = /value="([0-9a-f-]{36}):sign-out"|"formKey","([0-9a-f-]{36})"/.exec(html) ?? []
  const formKey = ofForm ?? ofData ?? marks.formKey
  const marked = html
    .replaceAll(marks.cspNonce, 'NONCE')
    .replaceAll(marks.requestId, 'REQUEST')
    .replaceAll(formKey, 'KEY')
  return { status: response.status, type: response.headers.get('content-type'), page: marked, formKey }
}

async function expectFresh(who: Who, page: Page) {
  const [before, now] = [await look(kept, who, { page }), await look(fresh, who, { page })]
  expect([before.status, before.type]).toEqual([now.status, now.type])
  if (before.page === now.page) return
  // A whole page would hide what differs.
  const at = [...now.page].findIndex((letter, index) => letter !== before.page[index])
  expect(before.page.slice(at - 200, at + 200)).toBe(now.page.slice(at - 200, at + 200))
}

const write = (work: (trx: WorkspaceTransaction) => Promise<unknown>) => inWorkspace(it.parts.db, it.workspaceId, work)

const readers = ['lead', 'admin', 'champion', 'viewer', 'waiting'] as const satisfies Who[]
const step = fc.record({
  change: fc.constantFrom(...Object.keys(planChanges)),
  nth: fc.nat(1_000),
  who: fc.constantFrom(...readers),
  page: fc.constantFrom(...allPages),
})

test('whatever happens between two looks, a kept page is byte for byte the one that would be made now', async () => {
  let looks = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25 }), async (steps) => {
      it = await watchedPlan()
      await planChanges['emails are released']?.(it, 0)
      for (const { change, nth, who, page } of steps) {
        await planChanges[change]?.(it, nth).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
        looks += 2
        await expectFresh(who, page)
        await expectFresh(who, page)
      }
    }),
    { numRuns: 4, endOnFailure: true },
  )
  // Otherwise nothing was cached and the test checks nothing. A busy machine caches fewer: a page without its advice is made again.
  expect(made).toBeLessThan(looks * 0.9)
}, 300_000)

test('the list of plans is kept until anything of the workspace is changed, by whatever transaction', async () => {
  for (const name of ['Halden One', 'Halden Two', 'Halden Three']) {
    await write((trx) => trx.updateTable('account').set({ name }).execute())
    for (const time of ['made', 'kept'])
      expect((await look(kept, 'lead', { page: 'plans' })).page, time).toContain(name)
  }
  expect(made).toBe(3)
  // What only reads changes nothing.
  await write((trx) => trx.selectFrom('account').select('name').execute())
  await look(kept, 'lead', { page: 'plans' })
  expect(made).toBe(3)
})

test('a plan that a browser only fetched in case it is opened is not kept: the look at it would not be noted', async () => {
  for (const _ of ['fetched', 'fetched again']) await look(kept, 'champion', { 'sec-purpose': 'prefetch' })
  await look(kept, 'champion')
  expect(made).toBe(3)
  await look(kept, 'champion', { 'sec-purpose': 'prefetch' })
  expect(made).toBe(3)
})

test('open pages of one person that follow the same change have its data made once', async () => {
  await look(kept, 'champion', { page: 'data of the plan' })
  expect(made).toBe(1)
  await planChanges['a task is done']?.(it, 0)
  const looks = await Promise.all(
    Array.from({ length: 20 }, () => look(kept, 'champion', { page: 'data of the plan' })),
  )
  expect(made).toBe(2)
  const fresher = await look(fresh, 'champion', { page: 'data of the plan' })
  expect(new Set(looks.map(({ page }) => page))).toEqual(new Set([fresher.page]))
  expect(new Set(looks.map(({ formKey }) => formKey)).size).toBe(20)
})

describe('no one gets the page of someone else', () => {
  const secret = 'Margin 41 percent'

  beforeEach(async () => {
    await runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds['build'], title: secret, side: 'vendor', private: 'yes' },
    })
  })

  test('each reader has a page of their own, kept apart, and form keys that no one else gets', async () => {
    const keys = new Set<string>()
    for (const round of [1, 2, 3])
      for (const who of readers) {
        const { status, page, formKey } = await look(kept, who)
        expect(status, `${who}, round ${round}`).toBe(200)
        expect(page.includes(secret), who).toBe(who === 'lead' || who === 'admin')
        expect(page).toContain(it[who].name)
        keys.add(formKey)
      }
    expect(made).toBe(readers.length)
    expect(keys.size).toBe(3 * readers.length)
  })

  test('nor does any other page show what its reader may not see', async () => {
    for (const page of allPages)
      for (const who of [...readers, ...readers]) {
        const { status, page: shown } = await look(kept, who, { page })
        if (status === 200) expect(shown).toContain(it[who].name)
        if (who !== 'lead' && who !== 'admin') expect(shown, `${page} of ${who}`).not.toContain(secret)
      }
  })

  test('a wrong secret, an ended session and a removed person get none, however often it was opened before', async () => {
    await look(kept, 'lead')
    await look(kept, 'champion')
    expect((await look(kept, 'lead')).status).toBe(200)
    expect(made).toBe(2)
    const right = it.cookies.get('lead') ?? ''
    it.cookies.set('lead', right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A'))
    expect((await look(kept, 'lead')).status).toBe(401)
    it.cookies.set('lead', right)
    await write((trx) =>
      trx.updateTable('session').set({ endedAt: it.parts.clock.now() }).where('memberId', '=', it.lead.id).execute(),
    )
    const ended = await look(kept, 'lead')
    expect(ended.status).toBe(401)
    expect(ended.page).not.toContain(secret)
    await write((trx) =>
      trx
        .updateTable('planParticipant')
        .set({ removedAt: it.parts.clock.now() })
        .where('participantId', '=', it.champion.id)
        .execute(),
    )
    expect((await look(kept, 'champion')).status).toBe(404)
  })

  test('a page that tells what a form did is told once', async () => {
    await look(kept, 'champion')
    const told = { words: 'You did what nobody else should read.' }
    const request = new Request(it.parts.environment.appUrl)
    const path = `/plans/${it.planId}`
    const { headers } = redirectTelling(it.parts, { request, personId: it.champion.id, path, told })
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await look(kept, 'champion', { cookie })).page).toContain(told.words)
    expect((await look(kept, 'champion')).page).not.toContain(told.words)
    expect(made).toBe(2)
  })
})

test('what a page is asked for by keeps to the rules of statements', async () => {
  await loadModule()
  const { parts } = it
  const asked = new Set<string>()
  it.parts = {
    ...parts,
    runPrepared(workspaceId, query, values) {
      asked.add(query.query.sql)
      return parts.runPrepared(workspaceId, query, values)
    },
  }
  await look(kept, 'champion')
  await look(kept, 'lead', { page: 'plans' })
  expect([...asked].flatMap(faultsOfStatement)).toEqual([])
  expect(asked.size).toBe(2)
})

test('only the one address of a page is kept', async () => {
  const headers = { cookie: it.cookies.get('lead') ?? '' }
  const addresses = [
    '/plans?page=1',
    '/plans?mine=yes&state=lost',
    '/plans?x=1',
    '/references?page=01',
    '/plans/',
    '//plans',
    `/plans/${it.planId}.data?_routes=root`,
    `/plans/${it.planId}.data?show=all`,
  ]
  for (const address of [...addresses, ...addresses])
    await kept(address, headers, { parts: it.parts, requestId: newId(), cspNonce: newId() })
  expect(made).toBe(2 * addresses.length)
})

test('pages beyond the room there is go, those asked for longest ago first', async () => {
  const { page } = await look(fresh, 'champion')
  kept = keptWithin(Buffer.byteLength(page) * 1.5)
  for (const who of ['champion', 'champion', 'viewer', 'viewer', 'champion'] as const) await look(kept, who)
  expect(made).toBe(3)
})
