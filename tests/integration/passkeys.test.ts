import { expect, test } from 'vitest'
import { userHandleOf } from '#app/access/passkeys/user-handle.ts'
import { newId } from '#app/kit/ids.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { setCodeOnNewDevices } from '#app/workspace/members/set-code-on-new-devices.server.ts'
import { type Wrong, softwareAuthenticator } from '#tests/factories/authenticator.ts'
import { atThePasskeys } from '#tests/factories/passkeys.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const minutes = (n: number) => n * 60_000
const refused = (why: string) => ({ body: { status: 'passkey refused', why }, cookies: [] })

test('a member adds a passkey and signs in with it: no address, no email, where they wanted to go', async () => {
  const it = await atThePasskeys()
  const { authenticator, answer, options } = await it.add()
  expect(answer.status).toBe(303)
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  expect(await it.list()).toMatchObject([{ name: 'Unknown device', synced: true, lastUsedAt: null }])
  const { options: asked } = await it.askToSignIn()
  expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  expect(asked.allowCredentials ?? []).toEqual([])

  it.later(minutes(60))
  const signedIn = await it.signIn(authenticator, { next: `/plans/${it.plan.planId}` })
  expect(signedIn).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
  const viewer = await it.viewerOf(signedIn.cookies.join('; '))
  expect(viewer?.actor).toMatchObject({ id: it.member.id, workspaceId: it.workspaceId })
  expect(viewer?.signedInAt, 'a fresh sign-in').toEqual(it.parts.clock.now())
  expect(await it.list()).toMatchObject([{ lastUsedAt: it.parts.clock.now().toISOString() }])
  expect((await it.events()).at(-1)).toMatchObject({
    kind: 'signed in',
    personName: 'Ana Lind',
    detail: { how: 'passkey' },
  })
})

test('a passkey of another workspace than the plan that was opened lets no one in, and is told so', async () => {
  const [it, other] = [await atThePasskeys(), await atThePasskeys()]
  const { authenticator } = await other.add()
  expect(await other.signIn(authenticator, { next: `/plans/${it.plan.planId}` })).toMatchObject({
    status: 403,
    ...refused('another workspace'),
  })
  expect((await other.events()).at(-1)).toMatchObject({ kind: 'sign-in failed', detail: { why: 'another workspace' } })
  expect(await other.signIn(authenticator), 'without that page it works').toMatchObject({ status: 303 })
})

const forgeries: [string, Wrong][] = [
  ['another key', { forged: true }],
  ['another origin', { origin: 'https://localhost.evil.example' }],
  ['another host', { rpId: 'evil.example' }],
  ['another challenge', { challenge: Buffer.from('another').toString('base64url') }],
  ['nobody verified', { userVerified: false }],
]

test.each(forgeries)('a sign-in with %s lets no one in, and stands in the security log', async (_what, wrong) => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  expect(await it.signIn(authenticator, { wrong })).toMatchObject({ status: 401, ...refused('not right') })
  expect((await it.events()).at(-1)).toMatchObject({
    kind: 'sign-in failed',
    personName: 'Ana Lind',
    detail: { how: 'passkey', why: 'not right' },
  })
  expect((await it.signIn(authenticator)).status, 'the passkey itself works on').toBe(303)
})

test.each(forgeries.filter(([what]) => what !== 'another key'))(
  'a new passkey with %s is not added',
  async (_what, wrong) => {
    const it = await atThePasskeys()
    const { answer } = await it.add(softwareAuthenticator(), { wrong })
    expect(answer).toMatchObject({ status: 422, body: { message: expect.stringContaining('could not be verified') } })
    expect(await it.list()).toEqual([])
    expect(await it.mailTo('ana.lind@brightline.example')).toEqual([])
  },
)

test('what was signed counts once, also when it is sent many times at once', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  const { options, cookie } = await it.askToSignIn()
  const credential = authenticator.get(options)
  const answers = await Promise.all(Array.from({ length: 5 }, () => it.send(credential, cookie)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401, 401, 401])
  expect(await it.send(credential, cookie)).toMatchObject(refused('used already'))
})

test('a refused try has used its challenge up, too', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  const { options, cookie } = await it.askToSignIn()
  expect(await it.send(authenticator.get(options, { forged: true }), cookie)).toMatchObject(refused('not right'))
  expect(await it.send(authenticator.get(options), cookie)).toMatchObject(refused('used already'))
})

test('it must be signed for this browser, within ten minutes', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  const [mine, other] = [await it.askToSignIn(), await it.askToSignIn()]
  expect(await it.send(authenticator.get(mine.options), '')).toMatchObject(refused('took too long'))
  expect(await it.send(authenticator.get(mine.options), other.cookie)).toMatchObject(refused('not right'))
  it.later(minutes(10))
  expect(await it.send(authenticator.get(mine.options), mine.cookie)).toMatchObject(refused('took too long'))
})

test('a counter that went back is refused, and the log says so; one that never counts is taken', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  expect((await it.signIn(authenticator, { wrong: { counter: 7 } })).status).toBe(303)
  for (const counter of [7, 6, 0]) {
    expect(await it.signIn(authenticator, { wrong: { counter } }), String(counter)).toMatchObject(
      refused('counted back'),
    )
    expect((await it.events()).at(-1)).toMatchObject({ kind: 'sign-in failed', detail: { why: 'counted back' } })
  }
  expect((await it.signIn(authenticator, { wrong: { counter: 8 } })).status).toBe(303)
  const { authenticator: still } = await it.add(softwareAuthenticator({ counts: false }))
  for (let n = 0; n < 2; n++) expect((await it.signIn(still)).status).toBe(303)
})

test('a passkey signs in to its own workspace and member, and to no other', async () => {
  const [here, there] = [await atThePasskeys(), await atThePasskeys()]
  const { authenticator } = await here.add()
  await there.add()
  const handle = (workspaceId: string, memberId: string) =>
    Buffer.from(userHandleOf({ workspaceId, memberId })).toString('base64url')
  for (const userHandle of [
    handle(there.workspaceId, there.member.id),
    handle(there.workspaceId, here.member.id),
    handle(here.workspaceId, here.plan.lead.id),
    handle(newId(), here.member.id),
  ])
    expect(await here.signIn(authenticator, { wrong: { userHandle } })).toMatchObject(refused('unknown'))
  expect(await here.signIn(authenticator, { wrong: { userHandle: 'AAAA' } })).toMatchObject(refused('not ours'))
  expect(await here.send({ id: 'nothing' }, (await here.askToSignIn()).cookie)).toMatchObject(refused('not ours'))
  const viewer = await here.viewerOf((await here.signIn(authenticator)).cookies.join('; '))
  expect(viewer?.actor.workspaceId).toBe(here.workspaceId)
})

test('what an authenticator made for one member is added to no other, and what was asked for once counts once', async () => {
  const it = await atThePasskeys()
  const other = await it.sessionOf(it.plan.lead)
  const { options, cookies } = await it.askForNew()
  const [first, second] = [softwareAuthenticator(), softwareAuthenticator()]
  const add = (authenticator: typeof first, cookie = cookies) =>
    it.post({ intent: 'add-passkey', credential: JSON.stringify(authenticator.create(options)) }, cookie)
  expect(await add(first, cookies.replace(it.session, other)), 'somebody else’s browser').toMatchObject({ status: 422 })
  expect(await it.list(other)).toEqual([])
  expect(await add(first)).toMatchObject({ status: 303 })
  for (const again of [first, second]) expect(await add(again)).toMatchObject({ status: 422 })
  expect(await it.list()).toHaveLength(1)
})

test('where codes are asked for on new devices, a passkey that verified its owner asks for none', async () => {
  const it = await atThePasskeys()
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  await runCommand(it.parts, setCodeOnNewDevices, {
    actor: admin,
    scopeId: it.workspaceId,
    input: { codeOnNewDevices: 'yes' },
  })
  const { authenticator } = await it.add()
  expect(await it.signIn(authenticator)).toMatchObject({ status: 303, location: '/plans' })
  expect(await it.within((trx) => trx.selectFrom('signInCode').selectAll().execute())).toEqual([])
  // It does not make the browser a known one: a link there still asks for the code.
  const link = await it.linkFor('return', { memberId: it.member.id }, null)
  expect(await it.press(link)).toMatchObject({ location: '/sign-in/code' })
})

test('passkeys do not go round single sign-on that is required: none signs in, none is added', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  const before = await it.askForNew()
  const now = it.parts.clock.now()
  const provider = { issuer: 'https://id.example', clientId: 'a', clientSecret: 'sealed', required: true }
  await it.within((trx) =>
    trx
      .insertInto('identityProvider')
      .values({ workspaceId: it.workspaceId, ...provider, changedAt: now, provedAt: now })
      .execute(),
  )
  expect(await it.signIn(authenticator, { next: '/references' })).toMatchObject({
    status: 403,
    cookies: [],
    body: { why: 'sign-on', begin: `/sso/${it.workspaceId}/start?next=%2Freferences` },
  })
  expect(await it.askForNew()).toMatchObject({ status: 403, options: { wantsSignIn: false } })
  // One that was started before the provider was required is not added either.
  const credential = JSON.stringify(softwareAuthenticator().create(before.options))
  expect((await it.post({ intent: 'add-passkey', credential }, before.cookies)).status).toBe(403)
  await it.within((trx) => trx.updateTable('identityProvider').set({ required: false }).execute())
  expect((await it.signIn(authenticator)).status).toBe(303)
})

test('signing in takes the place of this browser’s session in the same workspace, and leaves those of others', async () => {
  const [here, there] = [await atThePasskeys(), await atThePasskeys()]
  const { authenticator } = await here.add()
  const lead = await here.sessionOf(here.plan.lead)
  const signedIn = await here.signIn(authenticator, { cookie: `${lead}; ${there.session}` })
  expect((await here.viewerOf(signedIn.cookies.join('; ')))?.actor.id).toBe(here.member.id)
  expect(await here.viewerOf(lead)).toBeNull()
  expect(await here.viewerOf(there.session)).not.toBeNull()
})

test('tries are counted by network; what is refused for that has used nothing up', async () => {
  const tries = new Map<string, number>()
  const count = (name: string, network: string) => {
    if (name !== 'passkey from a network') return Promise.resolve(0)
    tries.set(network, (tries.get(network) ?? 0) + 1)
    return Promise.resolve((tries.get(network) ?? 0) > 3 ? 60 : 0)
  }
  const it = await atThePasskeys({ limits: { count } })
  const { authenticator } = await it.add()
  for (let n = 0; n < 3; n++) expect((await it.signIn(authenticator, { wrong: { forged: true } })).status).toBe(401)
  const { options, cookie } = await it.askToSignIn()
  const credential = authenticator.get(options)
  const refusal = await it.send(credential, cookie)
  expect(refusal).toMatchObject({ status: 429, cookies: [] })
  expect(refusal.headers.get('retry-after')).toBe('60')
  it.context.network = '198.51.100.7'
  expect((await it.send(credential, cookie)).status, 'from another network').toBe(303)
})
