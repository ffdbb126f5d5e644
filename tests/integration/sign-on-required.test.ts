import { bounds } from '#app/kit/limits.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { action as pressContinue, loader as openLink } from '#app/access/emailed-links/answer-emailed-link.page.tsx'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { sendSignInLinks } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { findProvider, openSecret } from '#app/access/core/identity-provider.server.ts'
import { action as saveSettings, loader as openSettings } from '#app/access/sign-on/sign-on-settings.page.tsx'
import { newId } from '#app/kit/ids.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { type LocalProvider, startIdentityProvider } from '#tests/factories/identity-provider.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { type MemberActor, type SamplePlan, makeMember, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

const site = 'http://localhost:3000'
let parts: TestParts
let provider: LocalProvider

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  const made = await testParts(db, appUrl)
  parts = { ...made, environment: { ...made.environment, outgoingAllow: ['127.0.0.1'] } }
  provider = await startIdentityProvider({ callbackUrl: `${site}/sso/x/callback` })
})
afterAll(() => provider.stop())

type Stage = { plan: SamplePlan; admin: MemberActor; cookie: string }

async function stage(): Promise<Stage> {
  const plan = await makePlan(parts.db)
  const admin = await makeMember(parts.db, plan.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  return { plan, admin, cookie: await signedIn(plan, { memberId: admin.id }) }
}

const signedIn = async ({ workspaceId }: SamplePlan, person: { memberId: string } | { participantId: string }) =>
  (await inWorkspace(parts.db, workspaceId, (trx) => beginSession(parts, trx, workspaceId, person, null))).split(
    ';',
  )[0] ?? ''

const viewerOf = (cookie: string) => findViewer(parts, new Request(site, { headers: { cookie } }))

const args = (url: string, init: RequestInit) => ({
  request: new Request(url, init),
  params: { token: new URL(url).pathname.split('/').at(-1) ?? '' },
  context: loadContext(parts),
})

type Answer = { status: number; data: unknown; faults: Record<string, string>; text: string }

async function answer(call: Promise<unknown>): Promise<Answer> {
  const got: unknown = await call.catch((thrown: unknown) => thrown)
  if (got instanceof Response) return { status: got.status, data: null, faults: {}, text: '' }
  if (got instanceof Error) throw got
  const { data, init } = got as {
    data: { faults?: { field: string; message: string }[] }
    init: { status?: number } | null
  }
  const faults = Object.fromEntries((data.faults ?? []).map(({ field, message }) => [field, message]))
  return { status: init?.status ?? 200, data, faults, text: JSON.stringify(data) }
}

const post = ({ cookie }: Pick<Stage, 'cookie'>, fields: Record<string, string>) =>
  answer(
    saveSettings(
      args(`${site}/workspace/sign-on`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ idempotencyKey: newId(), ...fields }),
      }),
    ),
  )

const settings = (over: Record<string, string> = {}) => ({
  intent: 'set-identity-provider',
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: 'hunter2 of the client',
  ...over,
})

const kept = ({ plan }: Stage) => inWorkspace(parts.db, plan.workspaceId, (trx) => findProvider(trx, plan.workspaceId))

const prove = ({ plan }: Stage) =>
  inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.updateTable('identityProvider').set({ provedAt: parts.clock.now() }).execute(),
  )

/** Set up, used once, required; the admin has signed in again. */
async function required(): Promise<Stage> {
  const staged = await stage()
  expect(await post(staged, settings())).toMatchObject({ status: 303 })
  await prove(staged)
  expect(await post(staged, settings({ clientSecret: '', required: 'yes' }))).toMatchObject({ status: 303 })
  return { ...staged, cookie: await signedIn(staged.plan, { memberId: staged.admin.id }) }
}

test('an admin sets the provider; its secret is kept sealed and shown to no one again', async () => {
  const staged = await stage()
  expect(await post(staged, settings())).toMatchObject({ status: 303 })
  const row = await kept(staged)
  expect(row?.clientSecret).not.toContain('hunter2')
  expect(openSecret(parts.environment, staged.plan.workspaceId, row?.clientSecret ?? '')).toBe('hunter2 of the client')
  const page = await openSettings(args(`${site}/workspace/sign-on`, { headers: { cookie: staged.cookie } }))
  expect(page).toMatchObject({ provider: { issuer: provider.issuer, required: false, isProved: false } })
  expect(JSON.stringify(page)).not.toMatch(/hunter2|clientSecret/)
  const refused = await post(staged, settings({ clientId: '' }))
  expect(refused).toMatchObject({ status: 422, faults: { clientId: 'Please fill in this field.' } })
  expect(refused.text).not.toContain('hunter2')
  // Left out, the secret stays.
  expect(await post(staged, settings({ clientSecret: '', clientId: 'other' }))).toMatchObject({ status: 303 })
  expect(await kept(staged)).toMatchObject({ clientId: 'other', clientSecret: row?.clientSecret })
  const logged = await inWorkspace(parts.db, staged.plan.workspaceId, (trx) =>
    trx.selectFrom('securityEvent').select('detail').where('kind', '=', 'sign-on changed').execute(),
  )
  expect(logged).toHaveLength(2)
  expect(JSON.stringify(logged)).not.toContain('hunter2')
})

test('no one but admins may', async () => {
  const staged = await stage()
  const rep = { cookie: await signedIn(staged.plan, { memberId: staged.plan.lead.id }) }
  expect(await post(rep, settings())).toMatchObject({ status: 403 })
  expect(await post({ cookie: '' }, settings())).toMatchObject({ status: 401 })
})

test('testing it says beside the field what is wrong, and keeps nothing', async () => {
  const staged = await stage()
  const tested = (issuer: string) => post(staged, settings({ intent: 'test-identity-provider', issuer }))
  expect((await tested(provider.issuer)).text).toContain('works as an OpenID Connect provider')
  expect((await tested(`${provider.issuer}/.well-known/openid-configuration`)).status).toBe(200)
  const faults = {
    '': 'Please fill in this field.',
    nothing: 'This is not a valid address. Example: https://id.example.com.',
    'javascript:alert(1)': 'This is not a valid address. Example: https://id.example.com.',
    'http://id.example': 'The address must start with https://.',
  }
  for (const [issuer, message] of Object.entries(faults))
    expect(await tested(issuer), issuer).toMatchObject({ status: 422, faults: { issuer: message } })
  // All unreachable addresses give the same message after the same time, so that no one can probe an internal network.
  const hosts = ['https://10.0.0.1', 'https://[::1]', 'https://localhost', 'https://id.invalid', 'http://127.0.0.1:1']
  const begun = performance.now()
  const tell = async (issuer: string) => [(await tested(issuer)).faults['issuer'], performance.now() - begun] as const
  const answers = await Promise.all([...hosts, `${provider.issuer}/elsewhere`].map(tell))
  const [said, ...others] = new Set(answers.map(([words]) => words))
  expect([said, others]).toEqual([expect.stringContaining('We could not reach an OpenID Connect provider there.'), []])
  expect(Math.min(...answers.map(([, milliseconds]) => milliseconds))).toBeGreaterThan(bounds.providerTest - 50)
  // Saving tests as well.
  expect(await post(staged, settings({ issuer: 'https://10.0.0.1' }))).toMatchObject({ status: 422 })
  expect(await kept(staged)).toBeUndefined()
})

test('it can be required only once someone came in by it as it stands', async () => {
  const staged = await stage()
  expect((await post(staged, settings({ required: 'yes' }))).faults).toHaveProperty('required')
  await post(staged, settings())
  expect((await post(staged, settings({ required: 'yes' }))).faults).toHaveProperty('required')
  await prove(staged)
  // Another client is another provider: no one signed in by that one.
  expect(
    (await post(staged, settings({ clientSecret: '', clientId: 'another', required: 'yes' }))).faults,
  ).toHaveProperty('required')
  // So is another secret, which may be a wrong one.
  const wrong = await post(staged, settings({ clientSecret: 'a slip of the paste', required: 'yes' }))
  expect(wrong).toMatchObject({ status: 422, faults: { required: expect.stringContaining('no one is locked out') } })
  expect(await viewerOf(staged.cookie), 'nobody is signed out by it').not.toBeNull()
  expect(await post(staged, settings({ clientSecret: '', required: 'yes' }))).toMatchObject({ status: 303 })
})

test('requiring it signs out everyone it applies to, and no one else', async () => {
  const staged = await stage()
  const { plan } = staged
  const [lead, champion] = [
    await signedIn(plan, { memberId: plan.lead.id }),
    await signedIn(plan, { participantId: plan.champion.id }),
  ]
  await post(staged, settings())
  await prove(staged)
  await post(staged, settings({ clientSecret: '', required: 'yes' }))
  expect(await viewerOf(staged.cookie)).toBeNull()
  expect(await viewerOf(lead)).toBeNull()
  expect(await viewerOf(champion)).not.toBeNull()
})

const linkFor = (plan: SamplePlan, person: { memberId: string } | { participantId: string }) =>
  inWorkspace(parts.db, plan.workspaceId, async (trx) => {
    const { workspaceId } = plan
    const tokenId = await issueLink(
      parts.environment,
      trx,
      workspaceId,
      { kind: 'invitation', planId: null, ...person },
      parts.clock.now(),
    )
    return linkUrl(parts.environment, { workspaceId, tokenId })
  })

const press = (url: string) =>
  answer(pressContinue(args(url, { method: 'POST', body: new URLSearchParams({ intent: 'continue' }) })))

test('where it is required, no link lets a member of the domains in; a customer’s link still does', async () => {
  const { plan } = await required()
  const link = await linkFor(plan, { memberId: plan.lead.id })
  expect(await answer(openLink(args(link, {})))).toMatchObject({
    status: 401,
    data: { why: 'sign-on', begin: `/sso/${plan.workspaceId}/start?next=%2Fplans` },
  })
  expect(await press(link)).toMatchObject({ status: 401 })
  expect(await press(await linkFor(plan, { participantId: plan.champion.id }))).toMatchObject({ status: 303 })
})

test('a member at another domain keeps the links', async () => {
  const { plan } = await required()
  await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.updateTable('member').set({ email: 'sam@freelance.example' }).where('id', '=', plan.lead.id).execute(),
  )
  expect(await press(await linkFor(plan, { memberId: plan.lead.id }))).toMatchObject({ status: 303 })
})

test('a new secret binds no one until someone came in by it: a wrong one locks no one out', async () => {
  const staged = await required()
  const { plan } = staged
  const isLetIn = async () => (await press(await linkFor(plan, { memberId: plan.lead.id }))).status === 303
  expect(await isLetIn()).toBe(false)
  expect(await post(staged, settings({ clientSecret: 'a wrong one', required: 'yes' }))).toMatchObject({ status: 303 })
  expect(await kept(staged)).toMatchObject({ required: true, provedAt: null })
  expect(await viewerOf(staged.cookie), 'people who are signed in stay signed in').not.toBeNull()
  expect(await isLetIn()).toBe(true)
  // Saved again without a secret, it is the same provider, and still has to be used.
  expect(await post(staged, settings({ clientSecret: '', required: 'yes' }))).toMatchObject({ status: 303 })
  expect(await isLetIn()).toBe(true)
  await prove(staged)
  expect(await isLetIn()).toBe(false)
})

const change = (actor: MemberActor, domains: string) =>
  runCommand(parts, changeWorkspace, { actor, scopeId: actor.workspaceId, input: { domains } })

test('a domain that is named while it is required signs its members out, and no one else', async () => {
  const staged = await stage()
  const { plan, admin } = staged
  await inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.updateTable('member').set({ email: 'sam@brightline-labs.example' }).where('id', '=', plan.lead.id).execute(),
  )
  const lead = await signedIn(plan, { memberId: plan.lead.id })
  await change(admin, 'brightline.example, brightline-labs.example')
  expect(await viewerOf(lead), 'it is not required').not.toBeNull()
  await change(admin, 'brightline.example')
  await post(staged, settings())
  await prove(staged)
  await post(staged, settings({ clientSecret: '', required: 'yes' }))
  expect(await viewerOf(lead), 'at another domain').not.toBeNull()
  const newer = await signedIn(plan, { memberId: admin.id })
  await change(admin, 'brightline.example, brightline-labs.example')
  expect(await viewerOf(lead)).toBeNull()
  expect(await viewerOf(newer), 'bound before').not.toBeNull()
})

const mailed = async ({ plan }: Stage, email: string) => {
  await inWorkspace(parts.db, plan.workspaceId, (trx) => addAddressToDirectory(trx, plan.workspaceId, email))
  await sendSignInLinks(parts, { email, next: `/plans/${plan.planId}` })
  return inWorkspace(parts.db, plan.workspaceId, (trx) =>
    trx.selectFrom('notice').select(['path', 'linkTokenId', 'facts']).where('toAddress', '=', email).execute(),
  )
}

test('the sign-in email leads to the provider where it is required, and names it where it may be used', async () => {
  const staged = await stage()
  await post(staged, settings())
  const start = `/sso/${staged.plan.workspaceId}/start?next=${encodeURIComponent(`/plans/${staged.plan.planId}`)}`
  const [offered] = await mailed(staged, 'sam.ortiz@brightline.example')
  expect(offered).toMatchObject({
    linkTokenId: expect.any(String),
    facts: { signOn: { required: false, link: site + start } },
  })
  const strict = await required()
  const strictStart = `/sso/${strict.plan.workspaceId}/start?next=${encodeURIComponent(`/plans/${strict.plan.planId}`)}`
  const found = await mailed(strict, 'sam.ortiz@brightline.example')
  expect(found).toMatchObject([{ linkTokenId: null, path: strictStart, facts: { signOn: { required: true } } }])
  const { email } = await inWorkspace(parts.db, strict.plan.workspaceId, (trx) =>
    trx.selectFrom('participant').select('email').where('id', '=', strict.plan.champion.id).executeTakeFirstOrThrow(),
  )
  const [customer] = await mailed(strict, email)
  expect(customer?.linkTokenId).not.toBeNull()
  expect(customer?.facts).not.toHaveProperty('signOn')
})

test('removed, links let everyone in again', async () => {
  const staged = await required()
  expect(await post(staged, { intent: 'remove-identity-provider' })).toMatchObject({ status: 303 })
  expect(await kept(staged)).toBeUndefined()
  expect(await press(await linkFor(staged.plan, { memberId: staged.plan.lead.id }))).toMatchObject({ status: 303 })
})
