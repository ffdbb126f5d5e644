import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseAccount } from '#app/access/sign-on/release-account.server.ts'
import { identityProviderInput } from '#app/access/model.ts'
import { systemClock } from '#app/kit/clock.ts'
import { newId } from '#app/kit/ids.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { signInThere } from '#tests/factories/identity-provider.ts'
import { type Lie, startLyingProvider } from '#tests/factories/lying-provider.ts'
import { type SigningOn, signingOn, site } from '#tests/factories/signing-on.ts'
import { makeMember } from '#tests/factories/workspace.ts'

let it: SigningOn

beforeAll(async () => {
  it = await signingOn()
})
afterAll(() => it.provider.stop())

test('from the first sign-in on it is the account that counts, whatever its address', async () => {
  const mate = await it.addressOf(it.plan.teammate.id)
  const bound = await it.newEvents(() => it.walk(mate))
  expect(bound.map(({ kind, personName }) => [kind, personName])).toEqual(
    expect.arrayContaining([['account bound', it.plan.teammate.name]]),
  )
  expect(await it.newEvents(() => it.walk(mate)), 'bound once').toMatchObject([{ kind: 'signed in' }])

  it.provider.twists.subject = 'a new account with an old address'
  const refused = await it.newEvents(async () => {
    expect(await it.walk(mate)).toMatchObject({ status: 403, why: 'another account' })
  })
  expect(refused).toMatchObject([
    { kind: 'sign-in failed', personName: it.plan.teammate.name, detail: { why: 'another account' } },
  ])

  // The address of the account changed at the company, even to that of someone else: it is still the same member.
  it.provider.twists.subject = `account of ${mate}`
  for (const login of ['married@brightline.example', it.address]) {
    const { cookies } = await it.walk(login)
    expect((await it.viewerIn(cookies))?.actor.id, login).toBe(it.plan.teammate.id)
  }
  delete it.provider.twists.subject
})

test('an admin releases an account, and the next one with the address is bound', async () => {
  const mate = await it.addressOf(it.plan.teammate.id)
  const admin = await makeMember(it.parts.db, it.plan.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  it.provider.twists.subject = 'made again'
  expect(await it.walk(mate)).toMatchObject({ why: 'another account' })
  const released = await it.newEvents(() =>
    runCommand(it.parts, releaseAccount, {
      actor: admin,
      scopeId: it.plan.workspaceId,
      input: { memberId: it.plan.teammate.id },
      idempotencyKey: newId(),
    }),
  )
  expect(released).toMatchObject([
    { kind: 'account released', personName: it.plan.teammate.name, detail: { by: 'Ana Lind' } },
  ])
  expect(await it.walk(mate)).toMatchObject({ status: 303 })
  delete it.provider.twists.subject
  expect(await it.walk(mate), 'the one from before').toMatchObject({ why: 'another account' })
})

test('of two accounts with one address that come at once, one is bound', async () => {
  const { email, id } = await it.within(async (trx) => {
    const member = await makeMember(it.parts.db, it.plan.workspaceId, { name: 'Ida Moss' })
    return trx.selectFrom('member').select(['email', 'id']).where('id', '=', member.id).executeTakeFirstOrThrow()
  })
  const flows = [await it.begin(), await it.begin()]
  const backs: string[] = []
  for (const { location } of flows) {
    it.provider.twists.subject = newId()
    backs.push(await signInThere(location, email))
  }
  delete it.provider.twists.subject
  const answers = await Promise.all(backs.map((back, n) => it.end(back, flows[n] ?? {})))
  expect(answers.map(({ status, why }) => [status, why]).sort()).toEqual([
    [303, undefined],
    [403, 'another account'],
  ])
  const bound = await it.within((trx) =>
    trx.selectFrom('signOnBinding').select('memberId').where('memberId', '=', id).execute(),
  )
  expect(bound).toHaveLength(1)
})

test('a token counts only when the provider’s own key signed it, for us, now and for this sign-in', async () => {
  const lying = await startLyingProvider()
  const { email, id } = await it.within(async (trx) => {
    const member = await makeMember(it.parts.db, it.plan.workspaceId, { name: 'Nils Aho' })
    return trx.selectFrom('member').select(['email', 'id']).where('id', '=', member.id).executeTakeFirstOrThrow()
  })
  const attempt = async (lie?: Lie) => {
    const { location, cookie } = await it.begin()
    const query = new URL(location).searchParams
    lying.answerWith(query.get('nonce') ?? '', email, lie)
    const back = `${site}/sso/${it.plan.workspaceId}/callback?code=any&state=${query.get('state')}`
    return it.end(back, { cookie })
  }
  const now = Math.floor(systemClock.now().getTime() / 1000)
  const lies: Record<string, Lie> = {
    'another key': { sign: 'wrong key' },
    'another key under a name of its own': { sign: 'wrong key', header: { kid: 'two' } },
    'no signature': { sign: 'none' },
    'no signature, said otherwise': { sign: 'none', header: { alg: 'RS256' } },
    'a signature by our own secret': { sign: 'HS256' },
    'a signature by the public key as a secret': { sign: 'HS256 with the public key' },
    'a key that it brings along': {
      sign: 'wrong key',
      header: { kid: undefined, jku: 'https://id.evil.example/keys' },
    },
    'too old': { claims: { iat: now - 7200, exp: now - 3600 } },
    'without an end': { claims: { exp: undefined } },
    'for somebody else': { claims: { aud: 'another client' } },
    'for several, by another': { claims: { aud: ['firstwin', 'another client'], azp: 'another client' } },
    'by another issuer': { claims: { iss: 'https://id.evil.example' } },
    'for another sign-in': { claims: { nonce: 'x'.repeat(43) } },
    'for no sign-in': { claims: { nonce: undefined } },
    'of nobody': { claims: { sub: undefined } },
    'of a name too long': { claims: { sub: 'x'.repeat(256) } },
    'of a name that nobody can store': { claims: { sub: 'a\u0000b' } },
  }
  try {
    await it.keep(lying)
    for (const [what, lie] of Object.entries(lies))
      expect(await attempt(lie), what).toMatchObject({
        status: 401,
        why: 'answer not right',
        cookies: [expect.stringContaining('sign-on=;')],
      })
    for (const verified of [undefined, false, 'true', 1])
      expect(await attempt({ claims: { email_verified: verified } }), String(verified)).toMatchObject({
        status: 403,
        why: 'address not verified',
      })
    // Also where the provider says that it would sign like that.
    lying.description['id_token_signing_alg_values_supported'] = ['none', 'HS256', 'RS256']
    for (const sign of ['none', 'HS256'] as const)
      expect(await attempt({ sign }), sign).toMatchObject({ status: 401, why: 'answer not right' })
    const asked = lying.keysAsked()
    const honest = await attempt()
    expect(honest).toMatchObject({ status: 303 })
    expect((await it.viewerIn(honest.cookies))?.actor.id).toBe(id)
    expect(lying.keysAsked()).toBeGreaterThan(asked)
    // Bound by now: an address that is not verified any longer still lets no one in.
    expect(await attempt({ claims: { email_verified: false } })).toMatchObject({ status: 403 })
    // Unavailable keys verify nothing.
    lying.description['jwks_uri'] = `${lying.issuer}/nothing`
    expect(await attempt()).toMatchObject({ status: 401 })
    lying.description['jwks_uri'] = 'http://id.example/keys'
    expect(await attempt()).toMatchObject({ status: 502, why: 'provider down' })
  } finally {
    await it.keep(it.provider)
    await lying.stop()
  }
})

test('an issuer that is asked by plain http is refused where it is set, but for the loopback', () => {
  const parse = (issuer: string) =>
    identityProviderInput.safeParse({ issuer, clientId: 'a', clientSecret: 'b' }).success
  for (const issuer of [
    'http://id.example',
    'http://10.0.0.1',
    'HTTP://id.example',
    'ftp://id.example',
    'http://localhost.id.example',
  ])
    expect(parse(issuer), issuer).toBe(false)
  for (const issuer of ['https://id.example', 'http://127.0.0.1:4000', 'http://localhost', 'http://[::1]:4000'])
    expect(parse(issuer), issuer).toBe(true)
})
