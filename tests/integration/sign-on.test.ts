import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { loader as openStart } from '#app/access/sign-on/start-sign-on.page.tsx'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { newId } from '#app/kit/ids.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { signInThere, startIdentityProvider } from '#tests/factories/identity-provider.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type SigningOn, bare, signingOn, site } from '#tests/factories/signing-on.ts'
import { makePlan } from '#tests/factories/workspace.ts'

let it: SigningOn

beforeAll(async () => {
  it = await signingOn()
})
afterAll(() => it.provider.stop())

test('a member comes in by the company’s provider and lands where they wanted to', async () => {
  const walked = await it.walk(it.address, { query: `?next=/plans/${it.plan.planId}/activity` })
  expect(walked).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}/activity` })
  const viewer = await it.viewerIn(walked.cookies)
  expect(viewer?.actor).toMatchObject({ kind: 'member', id: it.plan.lead.id })
  expect(walked.cookies.some((it) => /^firstwin-sign-on=;.*Max-Age=0/.test(it))).toBe(true)
})

test('what is asked for is a code with PKCE, state and nonce, new each time, and nothing of it can be read in the cookie', async () => {
  const [one, two] = [await it.begin(), await it.begin()]
  const query = new URL(one.location).searchParams
  expect(Object.fromEntries(query)).toMatchObject({
    response_type: 'code',
    scope: 'openid email',
    code_challenge_method: 'S256',
    redirect_uri: `${site}/sso/${it.plan.workspaceId}/callback`,
  })
  for (const name of ['state', 'nonce', 'code_challenge']) {
    const value = query.get(name) ?? ''
    expect(value.length).toBeGreaterThanOrEqual(43)
    expect(new URL(two.location).searchParams.get(name)).not.toBe(value)
    expect(one.cookie).not.toContain(value)
  }
  expect(one.cookies[0]).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('the address may stand in the token itself', async () => {
  const other = await startIdentityProvider({
    callbackUrl: `${site}/sso/${it.plan.workspaceId}/callback`,
    inToken: true,
  })
  try {
    await it.keep(other)
    expect(await it.walk(it.address)).toMatchObject({ status: 303, location: '/plans' })
  } finally {
    await it.keep(it.provider)
    await other.stop()
  }
})

test('an address is written in any case and is the same', async () => {
  expect(await it.walk(it.address.toUpperCase())).toMatchObject({ status: 303 })
})

test('an address that the provider does not call verified lets no one in', async () => {
  it.provider.twists.unverified = it.address
  const seen = await it.newEvents(async () => {
    expect(await it.walk(it.address)).toMatchObject({ status: 403, why: 'address not verified' })
  })
  delete it.provider.twists.unverified
  expect(seen).toMatchObject([
    { kind: 'sign-in failed', detail: { how: 'single sign-on', why: 'address not verified' } },
  ])
})

test('an address that the provider does not call verified lets no one in', async () => {
  it.provider.twists.saysNothingOfVerified = true
  const walked = await it.walk(it.address)
  delete it.provider.twists.saysNothingOfVerified
  expect(walked).toMatchObject({ status: 403, why: 'address not verified' })
})

test('who is no member comes in nowhere, and is made none: strangers, participants, removed members', async () => {
  const removed = await it.addressOf(it.plan.outsider.id)
  await it.within((trx) =>
    trx.updateTable('member').set({ removedAt: it.parts.clock.now() }).where('id', '=', it.plan.outsider.id).execute(),
  )
  const { email: participant } = await it.within((trx) =>
    trx.selectFrom('participant').select('email').where('id', '=', it.plan.champion.id).executeTakeFirstOrThrow(),
  )
  for (const login of ['nobody@brightline.example', participant, removed]) {
    const walked = await it.walk(login)
    expect(walked, login).toMatchObject({ status: 403, why: 'not a member' })
    expect(bare(walked.cookies)).toBe('firstwin-sign-on=')
  }
})

test('who stops at the provider is told so, and can begin again', async () => {
  expect(await it.walk(it.address, { choice: 'stop' })).toMatchObject({ status: 401, why: 'cancelled' })
})

test('a token made for another request is refused', async () => {
  it.provider.twists.nonce = 'the nonce of somebody else’s sign-in'
  const walked = await it.walk(it.address)
  delete it.provider.twists.nonce
  expect(walked).toMatchObject({ status: 401, why: 'answer not right' })
})

test('an answer with another state, without the cookie, with another’s or of another workspace is refused', async () => {
  const { location, cookie } = await it.begin()
  const back = await signInThere(location, it.address)
  const forged = new URL(back)
  forged.searchParams.set('state', 'x'.repeat(43))
  const other = (await it.begin()).cookie
  for (const [url, options] of [
    [forged.href, { cookie }],
    [back, { cookie: other }],
    [back, { cookie, as: newId() }],
    [back, { cookie, as: 'nothing' }],
    [back, { cookie: 'firstwin-sign-on=1.AAAA' }],
  ] as const)
    expect(await it.end(url, options)).toMatchObject({ status: 401, why: 'started elsewhere' })
  // No cookie at all: the browser may keep none.
  expect(await it.end(back, {})).toMatchObject({ status: 401, why: 'no cookies' })
  // None of that used up the code: it still works for the browser that started.
  expect(await it.end(back, { cookie })).toMatchObject({ status: 303 })
})

test('an answer in the name of another issuer is refused', async () => {
  const { location, cookie } = await it.begin()
  const back = new URL(await signInThere(location, it.address))
  back.searchParams.set('iss', 'https://id.evil.example')
  expect(await it.end(back.href, { cookie })).toMatchObject({ status: 401, why: 'answer not right' })
})

test('a code works once', async () => {
  const { back, cookie } = await it.walk(it.address)
  const seen = await it.newEvents(async () => {
    expect(await it.end(back, { cookie })).toMatchObject({ status: 401, why: 'used already' })
  })
  expect(seen).toMatchObject([{ kind: 'sign-in failed', detail: { why: 'used already' } }])
})

test('a flow comes back once, also with a code that no one used: of many at once, one is in', async () => {
  const { location, cookie } = await it.begin()
  const backs = [await signInThere(location, it.address), await signInThere(location, it.address)]
  const answers = await Promise.all([...backs, ...backs].map((back) => it.end(back, { cookie })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401, 401])
  // A wrong answer uses it up as well.
  const again = await it.begin()
  const first = new URL(await signInThere(again.location, it.address))
  const second = await signInThere(again.location, it.address)
  first.searchParams.set('code', 'guessed')
  expect(await it.end(first.href, again)).toMatchObject({ why: 'answer not right' })
  expect(await it.end(second, again)).toMatchObject({ status: 401, why: 'used already' })
})

test('what was begun more than ten minutes ago is over', async () => {
  const { location, cookie } = await it.begin()
  const back = await signInThere(location, it.address)
  const now = it.parts.clock.now()
  it.parts.clock.set(new Date(now.getTime() + 10 * 60_000 + 1))
  const late = await it.end(back, { cookie })
  it.parts.clock.set(now)
  expect(late).toMatchObject({ status: 401, why: 'started elsewhere' })
})

test('a way on that leads off the site leads to the start instead', async () => {
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/sso/x/start'])
    expect(await it.walk(it.address, { query: `?next=${encodeURIComponent(next)}` })).toMatchObject({
      location: '/plans',
    })
})

test('a provider that is down, or stands where no one may ask, is said to be so', async () => {
  const { issuer } = it.provider
  try {
    for (const [url, outgoingAllow] of [
      ['http://127.0.0.1:1', ['127.0.0.1']],
      [issuer, []],
      ['https://169.254.169.254', []],
    ] as const) {
      await it.keep({ ...it.provider, issuer: url })
      it.parts.environment.outgoingAllow = [...outgoingAllow]
      expect(await it.begin(), url).toMatchObject({ status: 502, why: 'provider down' })
    }
  } finally {
    it.parts.environment.outgoingAllow = ['127.0.0.1']
    await it.keep(it.provider)
  }
})

test('a workspace without a provider, and one that is not there, answer alike', async () => {
  const other = await makePlan(it.parts.db)
  for (const workspaceId of [other.workspaceId, newId(), 'nothing'])
    expect(await it.begin('', workspaceId)).toMatchObject({
      status: 404,
      why: 'no provider',
    })
})

test('what happened stands in the security log', async () => {
  const seen = await it.newEvents(() => it.walk(it.address))
  expect(seen).toMatchObject([{ kind: 'signed in', personName: it.plan.lead.name, detail: { how: 'single sign-on' } }])
})

test('beginning or coming back too often from one place is refused for a while, and spends nothing', async () => {
  const { location, cookie } = await it.begin()
  const back = await signInThere(location, it.address)
  const kept = it.parts.limits
  it.parts.limits = { count: (name) => Promise.resolve(name === 'sign-on from a network' ? 30 : 0) }
  const refused = [await it.begin(), await it.end(back, { cookie })]
  it.parts.limits = kept
  expect(refused).toMatchObject([{ status: 429 }, { status: 429, cookies: [] }])
  expect(await it.end(back, { cookie })).toMatchObject({ status: 303 })
})

const set = (values: { changedAt?: Date; provedAt?: Date | null; required?: boolean }) =>
  it.within((trx) => trx.updateTable('identityProvider').set(values).execute())
const isProved = async () =>
  (await it.within((trx) => trx.selectFrom('identityProvider').select('provedAt').executeTakeFirstOrThrow()))
    .provedAt !== null

test('a sign-in proves the provider that was asked, and none that was set meanwhile', async () => {
  const now = it.parts.clock.now()
  await set({ provedAt: null, required: false, changedAt: now })
  const { location, cookie } = await it.begin()
  const back = await signInThere(location, it.address)
  // Changed while the provider answers.
  it.provider.twists.meanwhile = () => set({ changedAt: new Date(now.getTime() + 1) })
  expect(await it.end(back, { cookie })).toMatchObject({ status: 303 })
  delete it.provider.twists.meanwhile
  expect(await isProved()).toBe(false)
  expect(await it.walk(it.address)).toMatchObject({ status: 303 })
  expect(await isProved()).toBe(true)
})

test('where it is required, the first sign-in with a new secret signs out everyone who signed in another way in the meantime', async () => {
  await set({ provedAt: null, required: true })
  const signedIn = [
    await it.within((trx) => beginSession(it.parts, trx, it.plan.workspaceId, { memberId: it.plan.teammate.id }, null)),
  ]
  expect(await it.viewerIn(signedIn)).not.toBeNull()
  const { cookies } = await it.walk(it.address)
  expect(await it.viewerIn(signedIn)).toBeNull()
  expect(await it.viewerIn(cookies), 'who proved it is in').not.toBeNull()
})

test('opening the start begins nothing: it shows a button, and the press leads on from a page of ours', async () => {
  const url = `${site}/sso/${it.plan.workspaceId}/start?next=/references`
  const opened = await answerOf(() =>
    openStart({
      request: new Request(url),
      params: { workspaceId: it.plan.workspaceId },
      context: loadContext(it.parts),
    }),
  )
  expect(opened).toMatchObject({ status: 200, cookies: [], body: { card: 'begin', workspace: { name: 'Brightline' } } })
  expect(opened.headers.getSetCookie()).toEqual([])
  expect(opened.body).toMatchObject({ action: `/sso/${it.plan.workspaceId}/start?next=%2Freferences` })
  expect(await it.begin()).toMatchObject({ status: 200, page: { card: 'leading on' } })
})

test('who is signed in as someone else is asked first, once, and stays who they are until they say so', async () => {
  const other = await makePlan(it.parts.db)
  const sessionOf = async ({ workspaceId }: typeof other, memberId: string) =>
    (
      await inWorkspace(it.parts.db, workspaceId, (trx) => beginSession(it.parts, trx, workspaceId, { memberId }, null))
    ).split(';')[0] ?? ''
  const elsewhere = await sessionOf(other, other.lead.id)
  const same = await sessionOf(it.plan, it.plan.teammate.id)
  for (const [session, replaced, kept] of [
    [elsewhere, undefined, [{ name: other.lead.name, workspace: 'Brightline' }]],
    [same, it.plan.teammate.name, []],
  ] as const) {
    const { location, cookie } = await it.begin()
    const back = await signInThere(location, it.address)
    const asked = await it.end(back, { cookie: `${cookie}; ${session}` })
    expect(asked).toMatchObject({ status: 303, location: `/sso/${it.plan.workspaceId}/continue` })
    expect(asked.cookies.map((set) => set.split('=')[0])).toEqual(['firstwin-sign-on', 'firstwin-proved'])
    expect(await it.viewerIn([session]), 'as before').not.toBeNull()
    const proved = `${bare(asked.cookies)}; ${session}`
    expect((await it.askedAs(proved)).page).toMatchObject({ card: 'continue', name: it.plan.lead.name, replaced, kept })
    const answers = await Promise.all([it.continueAs(proved), it.continueAs(proved)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401])
    const { cookies } = answers.find(({ status }) => status === 303) ?? { cookies: [] }
    expect((await it.viewerIn(cookies))?.actor.id).toBe(it.plan.lead.id)
    expect((await it.viewerIn([session])) === null, 'the one of the same workspace is over').toBe(session === same)
  }
  expect(await it.continueAs('firstwin-proved=1.AAAA')).toMatchObject({ status: 401, why: 'started elsewhere' })
})

test('who is signed in as the same member is not asked', async () => {
  const { cookies } = await it.walk(it.address)
  const { location, cookie } = await it.begin()
  const back = await signInThere(location, it.address)
  expect(await it.end(back, { cookie: `${cookie}; ${bare(cookies)}` })).toMatchObject({
    status: 303,
    location: '/plans',
  })
})
