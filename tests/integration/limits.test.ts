import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import * as codePage from '#app/access/sign-in/enter-code.page.tsx'
import * as invitePage from '#app/access/participants/invite.page.tsx'
import { noteFromOutside } from '#app/access/core/count-against-limit.server.ts'
import { issueApiKey } from '#app/api/keys/api-key.server.ts'
import { action as schedule } from '#app/api/schedule.route.ts'
import { newId } from '#app/kit/ids.ts'
import { type RateLimit, type RateLimitName, rateLimits } from '#app/kit/rate-limits.ts'
import { makeRateLimiter } from '#app/server/make-rate-limiter.server.ts'
import { createPool } from '#db/connection.ts'
import { answerOf, makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { testDatabase } from '#tests/harness/database.ts'

const pools: ReturnType<typeof createPool>[] = []
afterAll(() => Promise.all(pools.map((pool) => pool.end())))

/** Limits like the product's, with some made small, as one process has them. */
async function limitsWith(small: Partial<Record<RateLimitName, RateLimit>>) {
  const { appUrl } = await testDatabase()
  const pool = createPool(appUrl, { max: 4 })
  pools.push(pool)
  return makeRateLimiter(pool, { ...rateLimits, ...small })
}

const few = { most: 3, seconds: 60 }
/** Keys that no other test of this file counts. */
const somebody = () => `${newId()}@halden.example`

test('so many are let through in all processes together, also at once, and the rest are told how long to wait', async () => {
  const [one, two] = [
    await limitsWith({ 'link to an address from a network': few }),
    await limitsWith({ 'link to an address from a network': few }),
  ]
  const key = newId()
  const waits = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? one : two).count('link to an address from a network', key)),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
  for (const wait of waits.filter((it) => it > 0)) expect(wait).toBeLessThanOrEqual(60)
  expect(await one.count('link to an address from a network', newId()), 'another key').toBe(0)
  expect(await one.count('link to a plan from a network', key), 'another limit').toBe(0)
})

test('when the time is over it goes on', async () => {
  const limits = await limitsWith({ 'link to an address from a network': { most: 1, seconds: 60 } })
  const key = newId()
  await limits.count('link to an address from a network', key)
  expect(await limits.count('link to an address from a network', key)).toBeGreaterThan(0)
  const { ownerDb } = await testDatabase()
  await sql`update limits.attempt set expire = expire - 61000 where key like ${`%${key}`}`.execute(ownerDb)
  expect(await limits.count('link to an address from a network', key)).toBe(0)
})

test('counting leaves no prepared statement in a connection, which a pooler would give to others', async () => {
  const { appUrl } = await testDatabase()
  const pool = createPool(appUrl, { max: 1 })
  pools.push(pool)
  await makeRateLimiter(pool).count('link to an address from a network', newId())
  const { rows } = await pool.query('select name from pg_prepared_statements')
  expect(rows).toEqual([])
})

test('what cannot be counted is not done', async () => {
  const { ownerUrl } = await testDatabase()
  const nowhere = new URL(ownerUrl)
  nowhere.port = '1'
  const pool = createPool(nowhere.href, { max: 1 })
  pools.push(pool)
  const it = await makePlanWithSignIn({ limits: makeRateLimiter(pool) })
  await expect(it.ask({ email: somebody() })).rejects.toThrow()
  expect(await it.work()).toBe(0)
})

test('asking for links is limited by address, plan and network, alike for known and unknown addresses', async () => {
  const it = await makePlanWithSignIn({
    limits: await limitsWith({
      'link to an address from a network': few,
      'link to a plan from a network': few,
      'link from a network': { most: 14, seconds: 60 },
    }),
  })
  it.context.network = newId()
  const known = await it.addressOf(it.plan.champion.id)
  for (const email of [known, somebody()]) {
    for (let n = 0; n < 3; n++) expect((await it.ask({ email })).status).toBe(200)
    const refused = await it.ask({ email, next: '/plans' })
    expect(refused).toMatchObject({
      status: 429,
      body: {
        status: 'invalid',
        message: expect.stringMatching(/^Too many attempts.* wait a minute/),
        values: { email },
      },
    })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(await it.work(), 'only what was let through').toBe(6)

  const next = `/plans/${it.plan.planId}`
  for (let n = 0; n < 3; n++) expect((await it.ask({ email: somebody(), next })).status).toBe(200)
  expect((await it.ask({ email: somebody(), next })).status, 'the plan').toBe(429)
  expect((await it.ask({ email: somebody(), next: `/plans/${newId()}` })).status, 'another plan').toBe(200)
  for (let n = 0; n < 1; n++) await it.ask({ email: somebody() })
  expect((await it.ask({ email: somebody() })).status, 'the network').toBe(429)
  it.context.network = newId()
  expect((await it.ask({ email: somebody() })).status, 'another network').toBe(200)
})

test('no one elsewhere can use up what a plan’s people and the owner of an address need', async () => {
  const it = await makePlanWithSignIn({ limits: await limitsWith({}) })
  const next = `/plans/${it.plan.planId}`
  const victim = await it.addressOf(it.plan.champion.id)
  it.context.network = `attacker ${newId()}`
  const attacks = []
  for (let n = 0; n < 80; n++) attacks.push((await it.ask({ email: somebody(), next })).status)
  expect(attacks.at(-1), 'the attacker').toBe(429)
  for (let n = 0; n < 10; n++) attacks.push((await it.ask({ email: victim })).status)
  expect(attacks.at(-1), 'the attacker, for the address').toBe(429)
  it.context.network = `office ${newId()}`
  for (const person of [it.plan.champion, it.plan.contributor, it.plan.viewer])
    expect((await it.ask({ email: await it.addressOf(person.id), next })).status, person.name).toBe(200)
})

test('who is outside cannot fill the security log: ten lines a network, then one that says so', async () => {
  const it = await makePlanWithSignIn({ limits: await limitsWith({}) })
  const tryFrom = async (network: string, times: number) => {
    for (let n = 0; n < times; n++)
      await it.within((trx) =>
        noteFromOutside(it.parts, trx, it.workspaceId, { kind: 'sign-in failed', person: null, network }),
      )
  }
  await tryFrom('198.51.100.1', 40)
  const noted = async () => {
    const kinds = await it.securityKinds()
    return {
      failed: kinds.filter((kind) => kind === 'sign-in failed').length,
      limits: kinds.filter((kind) => kind === 'limit reached').length,
    }
  }
  expect(await noted()).toEqual({ failed: 10, limits: 1 })
  await tryFrom('198.51.100.2', 1)
  expect(await noted(), 'another network is noted').toEqual({ failed: 11, limits: 1 })
  for (let n = 3; n < 43; n++) await tryFrom(`198.51.100.${n}`, 5)
  expect(await noted(), 'altogether').toEqual({ failed: 200, limits: 2 })
})

/** The numbers as they were decided, apart from the table that is held to them. */
const decided: Record<RateLimitName, [most: number, minutes: number]> = {
  'link from a network': [300, 15],
  'link to an address from a network': [8, 15],
  'link to a plan from a network': [60, 15],
  'sign-on email to an address': [4, 15],
  'stranger entering a plan': [200, 15],
  'continue from a network': [300, 15],
  'sign-on from a network': [400, 15],
  'passkey from a network': [300, 15],
  'shared page from a network': [600, 15],
  'choices of emails from a network': [300, 15],
  'code from a network': [100, 15],
  'fault from a network': [60, 60],
  'wrong key from a network': [100, 15],
  'calendar from a network': [600, 15],
  'reply by a person': [30, 60],
  'wrong signature from a network': [100, 15],
  'invitation to a plan by a person': [40, 60],
  'provider test by a person': [20, 60],
  'note from a network': [10, 60],
  'note from outside': [200, 60],
  'note of a limit': [1, 60],
  'computation by a person': [240, 4],
  'copy of personal data by a person': [60, 60],
  'file by a person': [100, 60],
  'schedule by a key': [120, 1],
}

test('each limit lets through as many as was decided, for as long', async () => {
  const limits = await limitsWith({})
  for (const name of Object.keys(rateLimits) as RateLimitName[]) {
    const [most, minutes] = decided[name]
    const key = newId()
    const waits = await Promise.all(Array.from({ length: most }, () => limits.count(name, key)))
    expect([name, waits.every((wait) => wait === 0)]).toEqual([name, true])
    const wait = await limits.count(name, key)
    expect([name, wait > minutes * 60 - 30 && wait <= minutes * 60]).toEqual([name, true])
  }
})

test('asking for a fresh link counts for its address, wherever it is asked', async () => {
  const it = await makePlanWithSignIn({ limits: await limitsWith({ 'link to an address from a network': few }) })
  const email = await it.addressOf(it.plan.contributor.id)
  const link = await it.linkFor('return', { participantId: it.plan.contributor.id }, it.plan.planId)
  await it.press(link)
  for (let n = 0; n < 2; n++) expect((await it.press(link, { intent: 'send-fresh-link' })).status).toBe(200)
  expect((await it.ask({ email })).status).toBe(200)
  expect((await it.press(link, { intent: 'send-fresh-link' })).status).toBe(429)
  expect((await it.ask({ email })).status).toBe(429)
})

test('pressing Continue and trying codes is limited by network', async () => {
  const small = { 'continue from a network': few, 'code from a network': few }
  const it = await makePlanWithSignIn({ limits: await limitsWith(small) })
  it.context.network = newId()
  const link = await it.linkFor('return', { participantId: it.plan.champion.id }, it.plan.planId)
  for (let n = 0; n < 3; n++) expect((await it.press(`${link.slice(0, -2)}zz`)).status).toBe(404)
  const refused = await it.press(link)
  expect(refused).toMatchObject({ status: 429, cookies: [] })
  expect(refused.headers.get('retry-after')).toBeTruthy()
  const cookie = `firstwin-code=${newId()}.${newId()}.${'A'.repeat(43)}`
  const tryCode = () =>
    answerOf(() => codePage.action(it.posted('/sign-in/code', { intent: 'enter-code', code: '123456' }, { cookie })))
  for (let n = 0; n < 3; n++) expect((await tryCode()).status).toBe(401)
  expect((await tryCode()).status).toBe(429)
})

test('wrong keys are limited by network; a right one works on', async () => {
  const it = await makePlanWithSignIn({ limits: await limitsWith({ 'wrong key from a network': few }) })
  it.context.network = newId()
  const call = (key: string) =>
    schedule({
      ...it.args('/api/v1/schedule', {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ calendars: {}, tasks: [] }),
      }),
    })
  for (let n = 0; n < 3; n++) expect((await call('fw_wrong')).status).toBe(401)
  const refused = await call('fw_wrong')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const { workspaceId, plan, parts } = it
  const key = await it.within((trx) =>
    issueApiKey(trx, { workspaceId, name: 'A program', memberId: plan.lead.id }, parts.clock.now()),
  )
  expect((await call(key)).status).not.toBe(429)
})

test('invitations to a plan are limited; what was typed stays, and the security log says so', async () => {
  const it = await makePlanWithSignIn({ limits: await limitsWith({ 'invitation to a plan by a person': few }) })
  const cookie =
    (await it.press(await it.linkFor('return', { participantId: it.plan.champion.id }, it.plan.planId))).cookies[0] ??
    ''
  const invite = (email: string) =>
    answerOf(() =>
      invitePage.action(
        it.posted(
          `/plans/${it.plan.planId}/invite`,
          { intent: 'invite-participant', idempotencyKey: newId(), name: 'Ines Roth', email, role: 'viewer' },
          { cookie },
        ),
      ),
    )
  const withTypingError = await invite(`${somebody()}, ${somebody()}, ines.halden.example`)
  expect(withTypingError.status, 'a form with a fault costs nothing').toBe(422)
  for (let n = 0; n < 2; n++) expect((await invite(somebody())).status).toBe(303)
  expect((await invite(`${somebody()}, ${somebody()}`)).status, 'more at once than are left').toBe(429)
  expect((await invite(somebody())).status, 'the one that is left').toBe(303)
  expect(await invite('ines@halden.example')).toMatchObject({
    status: 429,
    body: { status: 'invalid', values: { email: 'ines@halden.example', name: 'Ines Roth' } },
  })
  expect(await it.mailTo('ines@halden.example')).toEqual([])
  expect(await it.securityKinds()).toContain('limit reached')
})

test('for a known and an unknown address the request runs the same statements, and looks no one up', async () => {
  const it = await makePlanWithSignIn({ limits: await limitsWith({}) })
  const known = await it.addressOf(it.plan.champion.id)
  const spied = vi.spyOn(pg.Client.prototype, 'query')
  const statementsOf = async (email: string) => {
    spied.mockClear()
    expect((await it.ask({ email, next: `/plans/${it.plan.planId}` })).status).toBe(200)
    return spied.mock.calls.map(([query]: unknown[]) => {
      const text: unknown = typeof query === 'object' && query !== null && 'text' in query ? query.text : query
      return String(text).replace(/\s+/g, ' ').trim()
    })
  }
  await statementsOf(somebody())
  const [first, second] = [await statementsOf(known), await statementsOf(somebody())]
  spied.mockRestore()
  expect(first).toEqual(second)
  expect(first.filter((text) => /limits/.test(text))).toHaveLength(3)
  expect(first.some((text) => /insert into pgboss/i.test(text))).toBe(true)
  for (const text of first) expect(text).not.toMatch(/directory|participant|member|session|link_token|app\.workspace/i)
})
