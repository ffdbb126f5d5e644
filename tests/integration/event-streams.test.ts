import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { announceChange } from '#app/kit/announcements.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { streamLimits } from '#app/kit/limits.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { runClock } from '#tests/harness/clock.ts'
import { slowness } from '#tests/harness/slowness.ts'
import { startBuiltApp } from '#tests/reach/client.ts'

/** Event streams of the app as it runs in production. */

let app: RunningApp
let db: Database
let plan: SamplePlan
let signInAs: (workspaceId: string, person: { memberId: string } | { participantId: string }) => Promise<string>
let signIn: () => Promise<string>

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  const parts = { ...(await testParts(db, app.appUrl)), environment: readEnvironment(app.variables) }
  const now = { ...parts, clock: runClock }
  plan = await makePlan(db)
  signInAs = (workspaceId, person) =>
    inWorkspace(
      db,
      workspaceId,
      async (trx) => (await beginSession(now, trx, workspaceId, person, null)).split(';')[0] ?? '',
    )
  signIn = () => signInAs(plan.workspaceId, { participantId: plan.champion.id })
}, 600_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

async function open(cookie: string, path = `/plans/${plan.planId}/events`, headers: Record<string, string> = {}) {
  const gone = new AbortController()
  const answer = await fetch(new URL(path, app.baseUrl), { headers: { ...headers, cookie }, signal: gone.signal })
  return { answer, leave: () => gone.abort() }
}

test('a session has ten streams and no more; one that is left makes room', async () => {
  const cookie = await signIn()
  const streams = await Promise.all(Array.from({ length: streamLimits.perSession }, () => open(cookie)))
  expect(streams.map(({ answer }) => answer.status)).toEqual(streams.map(() => 200))
  const more = await open(cookie)
  expect(more.answer.status).toBe(429)
  expect(Number(more.answer.headers.get('retry-after'))).toBeGreaterThan(0)
  const other = await open(await signIn())
  expect(other.answer.status, 'another session').toBe(200)

  streams[0]?.leave()
  await expect.poll(async () => (await open(cookie)).answer.status).toBe(200)
  expect((await open(cookie)).answer.status, 'as many as were left, and no more').toBe(429)
})

test('with many readers a change is told to all within a second, and not to all at once', async () => {
  const cookies = await Promise.all(Array.from({ length: 20 }, signIn))
  const readers = await Promise.all(cookies.flatMap((cookie) => Array.from({ length: 10 }, () => open(cookie))))
  expect(readers.map(({ answer }) => answer.status)).toEqual(readers.map(() => 200))
  const number = 1_000_000
  const withins: number[] = []
  const heardAt = readers.map(async ({ answer }) => {
    const text = new TextDecoder()
    const reader = answer.body?.getReader()
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      const told = text.decode(part.value).match(`data: ${number} (\\d+)`)
      if (!told) continue
      withins.push(Number(told[1]))
      return performance.now()
    }
    return Infinity
  })
  const since = performance.now()
  await inWorkspace(db, plan.workspaceId, (trx) =>
    announceChange(trx, { workspaceId: plan.workspaceId, scopeId: plan.planId, number }),
  )
  const waits = (await Promise.all(heardAt)).map((at) => at - since).sort((a, b) => a - b)
  for (const { leave } of readers) leave()
  const [first = 0, half = 0, last = Infinity] = [waits[0], waits[100], waits.at(-1)]
  expect(last).toBeLessThan(2_000 * slowness())
  expect(half - first, 'half of them later than the first').toBeGreaterThan(80)
  // All pages are of one person: what they load is made once.
  expect(Math.max(...withins)).toBeLessThan(1_000)
})

test('a stream is to be had at its own address and not as data, and what is refused takes no place', async () => {
  const cookie = await signIn()
  const at = `/plans/${plan.planId}`
  for (const path of [
    `${at}/events.data`,
    `${at}/Events.data`,
    `${at}/events/.data`,
    `${at}/%65vents.data`,
    `${at}/events.data?_routes=plan/events.route`,
    `${at}/EVENTS//.data`,
    `/PLANS/${plan.planId}/eVents.data`,
  ])
    expect([path, (await open(cookie, path)).answer.status]).toEqual([path, 404])
  const streams = await Promise.all(Array.from({ length: streamLimits.perSession }, () => open(cookie)))
  expect(streams.map(({ answer }) => answer.status)).toEqual(streams.map(() => 200))
})

test('a forged number of the last event changes nothing: a stream begins with the plan as it stands, and without rights there is none', async () => {
  const cookie = await signIn()
  await inWorkspace(db, plan.workspaceId, (trx) =>
    trx
      .insertInto('activityCounter')
      .values({ workspaceId: plan.workspaceId, scope: 'plan', scopeId: plan.planId, lastNumber: 7 })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'scope', 'scopeId']).doUpdateSet({ lastNumber: 7 }))
      .execute(),
  )
  const firstTold = async (headers: Record<string, string>) => {
    const { answer, leave } = await open(cookie, undefined, headers)
    const [reader, text] = [answer.body?.getReader(), new TextDecoder()]
    let heard = ''
    while (!heard.includes('data: ')) {
      const part = await reader?.read()
      if (!part?.value) break
      heard += text.decode(part.value)
    }
    leave()
    return heard.replace(/retry: \d+/, '').trim()
  }
  for (const id of ['-1', '0', '1e99', '999999999999999999999', 'x'.repeat(4_000), "1' or '1'='1", plan.planId])
    expect(await firstTold({ 'last-event-id': id }), id.slice(0, 40)).toBe('data: 7')
  expect((await open('', undefined, { 'last-event-id': '7' })).answer.status).toBe(401)
})

/** What a stream says, event by event; `data` without an event's name is a number. */
async function* eventsOf(answer: Response) {
  const text = new TextDecoder()
  let rest = ''
  const reader = answer.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    const blocks = (rest + text.decode(part.value, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, event = 'number'] = /^event: (.*)$/m.exec(block) ?? []
      const [, data] = /^data: (.*)$/m.exec(block) ?? []
      if (data && event !== 'present') yield { event, data }
    }
  }
}

test('a change comes with the page as its reader would load it, to each session that lasts, with form keys of its own', async () => {
  const work = await makePlan(db)
  const path = planLinks(work.planId)
  const secret = 'Only the vendor reads this'
  const [secretId = '', taskId = ''] = Object.values(work.taskIds)
  const change = (id: string, values: { title: string; privateTo?: 'vendor' }) =>
    inWorkspace(db, work.workspaceId, (trx) =>
      trx.updateTable('task').set(values).where('workspaceId', '=', work.workspaceId).where('id', '=', id).execute(),
    )
  await change(secretId, { title: secret, privateTo: 'vendor' })
  const tell = (lastNumber: number) =>
    inWorkspace(db, work.workspaceId, async (trx) => {
      await trx
        .insertInto('activityCounter')
        .values({ workspaceId: work.workspaceId, scope: 'plan', scopeId: work.planId, lastNumber })
        .onConflict((conflict) => conflict.columns(['workspaceId', 'scope', 'scopeId']).doUpdateSet({ lastNumber }))
        .execute()
      await announceChange(trx, { workspaceId: work.workspaceId, scopeId: work.planId, number: lastNumber })
    })
  await tell(1)
  const lead = await signInAs(work.workspaceId, { memberId: work.lead.id })
  const champions = await Promise.all(
    [1, 2, 3].map(() => signInAs(work.workspaceId, { participantId: work.champion.id })),
  )
  const load = async (cookie: string) =>
    (await fetch(new URL(`${path.plan}.data`, app.baseUrl), { headers: { cookie } })).text()
  // As a page does that was loaded before it listens.
  for (const cookie of [lead, ...champions]) await load(cookie)
  const listen = async (cookie: string, at = path.eventsWithPage) => {
    const { answer, leave } = await open(cookie, at)
    const events = eventsOf(answer)
    expect((await events.next()).value).toMatchObject({ event: 'number' })
    return { next: async () => (await events.next()).value, leave }
  }
  const [ofLead, first, second, ended] = await Promise.all([lead, ...champions].map((cookie) => listen(cookie)))
  const ofOther = await signInAs(plan.workspaceId, { participantId: plan.champion.id })
  const [older, plain, several] = await Promise.all([
    listen(champions[0] ?? '', `${path.events}?page=0`),
    listen(champions[0] ?? '', path.events),
    // What this browser is shown depends on its other workspace too.
    listen(`${champions[0] ?? ''}; ${ofOther}`),
  ])
  if (!ofLead || !first || !second || !ended) throw new Error('all listen')
  await inWorkspace(db, work.workspaceId, (trx) =>
    trx
      .updateTable('session')
      .set({ endedAt: runClock.now() })
      .where('workspaceId', '=', work.workspaceId)
      .where('id', '=', champions[2]?.split('.')[1] ?? '')
      .execute(),
  )
  await change(taskId, { title: 'Changed during the call' })

  /** What the three are sent with a change. A page that is seen or noted while it is made is not kept, and told by its number. */
  const pagesWith = async (number: number) => {
    await tell(number)
    for (const listener of [older, plain, several, ...(number === 2 ? [ended] : [])])
      expect(await listener.next()).toMatchObject({ event: 'number', data: expect.stringMatching(`^${number}`) })
    const sent = await Promise.all([ofLead, first, second].map(({ next }) => next()))
    return sent.map((event) => {
      const [of, , packed] = event?.data.split(' ') ?? []
      expect(of).toBe(String(number))
      return event?.event === 'page' ? gunzipSync(Buffer.from(packed ?? '', 'base64')).toString() : undefined
    })
  }
  let pages = await pagesWith(2)
  for (let number = 3; pages.includes(undefined) && number < 8; number++) pages = await pagesWith(number)
  const [leads = '', champion = '', other = ''] = pages
  const withoutKeys = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/"[^"]{20,40}"/g, '')
  expect(withoutKeys(leads)).toBe(withoutKeys(await load(lead)))
  expect(withoutKeys(champion)).toBe(withoutKeys(await load(champions[0] ?? '')))
  expect(champion).toContain('Changed during the call')
  expect(leads).toContain(secret)
  expect(champion).not.toContain(secret)
  expect(champion, 'form keys').not.toBe(other)
  expect(withoutKeys(champion)).toBe(withoutKeys(other))
  for (const { leave } of [ofLead, first, second, ended, older, plain, several]) leave()
})
