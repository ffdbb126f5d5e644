import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { loader as comeBack } from '#app/access/sign-on/callback.page.tsx'
import { loader as start } from '#app/access/sign-on/start.page.tsx'
import { seal } from '#app/kit/sealed.server.ts'
import { newId } from '#app/kit/ids.ts'
import { beginSession, findViewer } from '#app/access/session.server.ts'
import { type LocalProvider, signInThere, startIdentityProvider } from '#tests/factories/identity-provider.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

const site = 'http://localhost:3000'
let parts: TestParts
let plan: SamplePlan
let provider: LocalProvider
let address: string

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  const made = await testParts(db, appUrl)
  parts = { ...made, environment: { ...made.environment, outgoingAllow: ['127.0.0.1'] } }
  plan = await makePlan(db)
  address = await addressOf(plan.lead.id)
  provider = await startIdentityProvider({ callbackUrl: `${site}/sso/${plan.workspaceId}/callback` })
  await keep(provider)
})
afterAll(() => provider.stop())

const addressOf = (memberId: string) =>
  inWorkspace(parts.db, plan.workspaceId, async (trx) => {
    const { email } = await trx
      .selectFrom('member')
      .select('email')
      .where('id', '=', memberId)
      .executeTakeFirstOrThrow()
    return email
  })

const keep = ({ issuer, clientId, clientSecret }: Pick<LocalProvider, 'issuer' | 'clientId' | 'clientSecret'>) =>
  inWorkspace(parts.db, plan.workspaceId, async (trx) => {
    const { workspaceId } = plan
    const sealed = seal(parts.environment.linkSecret, 'client secret', workspaceId, clientSecret)
    const values = { issuer, clientId, clientSecret: sealed, changedAt: parts.clock.now() }
    await trx
      .insertInto('identityProvider')
      .values({ workspaceId, ...values })
      .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet(values))
      .execute()
  })

type Answer = { status: number; location: string; cookies: string[]; why: string | undefined }

async function answer(
  load: typeof start | typeof comeBack,
  url: string,
  { cookie = '', workspaceId = plan.workspaceId } = {},
): Promise<Answer> {
  const args = {
    request: new Request(url, { headers: { cookie, 'user-agent': 'Test' } }),
    params: { workspaceId },
    context: { parts, requestId: 'test', cspNonce: 'test' },
  }
  const got: unknown = await load(args).catch((thrown: unknown) => thrown)
  if (got instanceof Response)
    return {
      status: got.status,
      location: got.headers.get('location') ?? '',
      cookies: got.headers.getSetCookie(),
      why: undefined,
    }
  if (got instanceof Error) throw got
  const { data, init } = got as { data: { why: string }; init: { status: number; headers?: HeadersInit } }
  return { status: init.status, location: '', cookies: new Headers(init.headers).getSetCookie(), why: data.why }
}

const bare = (cookies: string[]) => cookies.map((it) => it.split(';')[0]).join('; ')

const begin = async (query = '') => {
  const begun = await answer(start, `${site}/sso/${plan.workspaceId}/start${query}`)
  return { ...begun, cookie: bare(begun.cookies) }
}

/** The whole way: begun here, signed in there, led back. */
async function walk(login: string, { query = '', choice = 'in' as 'in' | 'stop' } = {}) {
  const { location, cookie } = await begin(query)
  const back = await signInThere(location, login, choice)
  return { back, cookie, ...(await answer(comeBack, back, { cookie })) }
}

const events = () =>
  inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.selectFrom('securityEvent').select(['id', 'kind', 'personName', 'detail']).execute(),
  )
const newEvents = async (work: () => Promise<unknown>) => {
  const before = new Set((await events()).map(({ id }) => id))
  await work()
  return (await events()).filter(({ id }) => !before.has(id))
}

test('a member comes in by the company’s provider and lands where they wanted to', async () => {
  const walked = await walk(address, { query: `?next=/plans/${plan.planId}/activity` })
  expect(walked).toMatchObject({ status: 303, location: `/plans/${plan.planId}/activity` })
  const viewer = await findViewer(parts, new Request(site, { headers: { cookie: bare(walked.cookies) } }))
  expect(viewer?.actor).toMatchObject({ kind: 'member', id: plan.lead.id })
  expect(walked.cookies.some((it) => /^firstwin-sign-on=;.*Max-Age=0/.test(it))).toBe(true)
})

test('what is asked for is a code with PKCE, state and nonce, new each time, and nothing of it can be read in the cookie', async () => {
  const [one, two] = [await begin(), await begin()]
  const query = new URL(one.location).searchParams
  expect(Object.fromEntries(query)).toMatchObject({
    response_type: 'code',
    scope: 'openid email',
    code_challenge_method: 'S256',
    redirect_uri: `${site}/sso/${plan.workspaceId}/callback`,
  })
  for (const name of ['state', 'nonce', 'code_challenge']) {
    const value = query.get(name) ?? ''
    expect(value.length).toBeGreaterThanOrEqual(43)
    expect(new URL(two.location).searchParams.get(name)).not.toBe(value)
    expect(one.cookie).not.toContain(value)
  }
  expect(one.cookies[0]).toMatch(/HttpOnly; SameSite=Lax; Max-Age=600$/)
})

test('the address may stand in the token itself', async () => {
  const other = await startIdentityProvider({ callbackUrl: `${site}/sso/${plan.workspaceId}/callback`, inToken: true })
  try {
    await keep(other)
    expect(await walk(address)).toMatchObject({ status: 303, location: '/plans' })
  } finally {
    await keep(provider)
    await other.stop()
  }
})

test('an address is written in any case and is the same', async () => {
  expect(await walk(address.toUpperCase())).toMatchObject({ status: 303 })
})

test('an address that the provider does not call verified lets nobody in', async () => {
  provider.twists.unverified = address
  const seen = await newEvents(async () => {
    expect(await walk(address)).toMatchObject({ status: 403, why: 'address not verified' })
  })
  delete provider.twists.unverified
  expect(seen).toMatchObject([
    { kind: 'sign-in failed', detail: { how: 'single sign-on', why: 'address not verified' } },
  ])
})

test('who is no member comes in nowhere, and is made none: strangers, participants, removed members', async () => {
  const removed = await addressOf(plan.outsider.id)
  await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.updateTable('member').set({ removedAt: parts.clock.now() }).where('id', '=', plan.outsider.id).execute(),
  )
  const { email: participant } = await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.selectFrom('participant').select('email').where('id', '=', plan.champion.id).executeTakeFirstOrThrow(),
  )
  for (const login of ['nobody@brightline.example', participant, removed]) {
    const walked = await walk(login)
    expect(walked, login).toMatchObject({ status: 403, why: 'not a member' })
    expect(bare(walked.cookies)).toBe('firstwin-sign-on=')
  }
})

test('who stops at the provider is told so, and can begin again', async () => {
  expect(await walk(address, { choice: 'stop' })).toMatchObject({ status: 401, why: 'cancelled' })
})

test('a token made for another request is refused', async () => {
  provider.twists.nonce = 'the nonce of somebody else’s sign-in'
  const walked = await walk(address)
  delete provider.twists.nonce
  expect(walked).toMatchObject({ status: 401, why: 'answer not right' })
})

test('an answer with another state, without the cookie, with another’s or of another workspace is refused', async () => {
  const { location, cookie } = await begin()
  const back = await signInThere(location, address)
  const forged = new URL(back)
  forged.searchParams.set('state', 'x'.repeat(43))
  const other = (await begin()).cookie
  for (const [url, options] of [
    [forged.href, { cookie }],
    [back, {}],
    [back, { cookie: other }],
    [back, { cookie, workspaceId: newId() }],
    [back, { cookie, workspaceId: 'nothing' }],
    [back, { cookie: 'firstwin-sign-on=1.AAAA' }],
  ] as const)
    expect(await answer(comeBack, url, options)).toMatchObject({ status: 401, why: 'begun elsewhere' })
  // None of that spent the code: it still lets in who began.
  expect(await answer(comeBack, back, { cookie })).toMatchObject({ status: 303 })
})

test('an answer in the name of another issuer is refused', async () => {
  const { location, cookie } = await begin()
  const back = new URL(await signInThere(location, address))
  back.searchParams.set('iss', 'https://id.evil.example')
  expect(await answer(comeBack, back.href, { cookie })).toMatchObject({ status: 401, why: 'answer not right' })
})

test('a code works once', async () => {
  const { back, cookie } = await walk(address)
  expect(await answer(comeBack, back, { cookie })).toMatchObject({ status: 401, why: 'answer not right' })
})

test('what was begun more than ten minutes ago is over', async () => {
  const { location, cookie } = await begin()
  const back = await signInThere(location, address)
  const now = parts.clock.now()
  parts.clock.set(new Date(now.getTime() + 10 * 60_000 + 1))
  const late = await answer(comeBack, back, { cookie })
  parts.clock.set(now)
  expect(late).toMatchObject({ status: 401, why: 'begun elsewhere' })
})

test('a way on that leads off the site leads to the start instead', async () => {
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/sso/x/start'])
    expect(await walk(address, { query: `?next=${encodeURIComponent(next)}` })).toMatchObject({ location: '/plans' })
})

test('a provider that is down, or stands where nobody may ask, is said to be so', async () => {
  const { issuer } = provider
  try {
    for (const [url, outgoingAllow] of [
      ['http://127.0.0.1:1', ['127.0.0.1']],
      [issuer, []],
      ['https://169.254.169.254', []],
    ] as const) {
      await keep({ ...provider, issuer: url })
      parts.environment.outgoingAllow = [...outgoingAllow]
      expect(await begin(), url).toMatchObject({ status: 502, why: 'provider down' })
    }
  } finally {
    parts.environment.outgoingAllow = ['127.0.0.1']
    await keep(provider)
  }
})

test('a workspace without a provider, and one that is not there, answer alike', async () => {
  const other = await makePlan(parts.db)
  for (const workspaceId of [other.workspaceId, newId(), 'nothing'])
    expect(await answer(start, `${site}/sso/${workspaceId}/start`, { workspaceId })).toMatchObject({
      status: 404,
      why: 'no provider',
    })
})

test('what happened stands in the security log', async () => {
  const seen = await newEvents(() => walk(address))
  expect(seen).toMatchObject([{ kind: 'signed in', personName: plan.lead.name, detail: { how: 'single sign-on' } }])
})

test('beginning or coming back too often from one place is refused for a while, and spends nothing', async () => {
  const { location, cookie } = await begin()
  const back = await signInThere(location, address)
  const kept = parts.limits
  parts.limits = { count: (name) => Promise.resolve(name === 'sign-on from a network' ? 30 : 0) }
  const refused = [await begin(), await answer(comeBack, back, { cookie })]
  parts.limits = kept
  expect(refused).toMatchObject([{ status: 429 }, { status: 429, cookies: [] }])
  expect(await answer(comeBack, back, { cookie })).toMatchObject({ status: 303 })
})

const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) =>
  inWorkspace(parts.db, plan.workspaceId, work)
const set = (values: { changedAt?: Date; provedAt?: Date | null; required?: boolean }) =>
  within((trx) => trx.updateTable('identityProvider').set(values).execute())
const isProved = async () =>
  (await within((trx) => trx.selectFrom('identityProvider').select('provedAt').executeTakeFirstOrThrow())).provedAt !==
  null

test('a sign-in proves the provider that was asked, and none that was set meanwhile', async () => {
  const now = parts.clock.now()
  await set({ provedAt: null, required: false, changedAt: now })
  const { location, cookie } = await begin()
  const back = await signInThere(location, address)
  // Changed in the very moment in which the provider answers.
  provider.twists.meanwhile = () => set({ changedAt: new Date(now.getTime() + 1) })
  expect(await answer(comeBack, back, { cookie })).toMatchObject({ status: 303 })
  delete provider.twists.meanwhile
  expect(await isProved()).toBe(false)
  expect(await walk(address)).toMatchObject({ status: 303 })
  expect(await isProved()).toBe(true)
})

test('where it is required, the first sign-in by a new secret signs out whoever came in otherwise meanwhile', async () => {
  await set({ provedAt: null, required: true })
  const signedIn = bare([
    await within((trx) => beginSession(parts, trx, plan.workspaceId, { memberId: plan.teammate.id }, null)),
  ])
  const viewerOf = (cookie: string) => findViewer(parts, new Request(site, { headers: { cookie } }))
  expect(await viewerOf(signedIn)).not.toBeNull()
  const { cookies } = await walk(address)
  expect(await viewerOf(signedIn)).toBeNull()
  expect(await viewerOf(bare(cookies)), 'who proved it is in').not.toBeNull()
})
