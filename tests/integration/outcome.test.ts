import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { action as invite } from '#app/access/participants/invite.page.tsx'
import { newId } from '#app/kit/ids.ts'
import { loader as openFrame } from '#app/root.tsx'
import type { Outcome } from '#app/ui/outcome.ts'
import { action as nameOwners } from '#app/plan/team/name-owners.page.tsx'
import { action as saveProfile } from '#app/workspace/profile/profile.page.tsx'
import { cookieJar } from '#tests/factories/cookie-jar.ts'
import { makePlanWithSignIn, answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { testDatabase } from '#tests/harness/database.ts'

type Asking = { by?: 'browser' | 'script'; key?: string }

/** The browser of someone who leads a plan: every tab of it has the same cookies. */
async function aLeadsBrowser() {
  const it = await makePlanWithSignIn()
  const begun = await it.within((trx) =>
    beginSession(it.parts, trx, it.workspaceId, { memberId: it.plan.lead.id }, null),
  )
  const jar = cookieJar()
  jar.keep(new Headers({ 'Set-Cookie': begun }))
  const headers = (by: Asking['by']) => ({
    cookie: jar.header(),
    'sec-fetch-dest': by === 'script' ? 'empty' : 'document',
  })
  type Args = ReturnType<typeof it.args>
  /** @returns where the form leads */
  const post = async (
    action: (args: Args) => Promise<unknown>,
    path: string,
    form: Record<string, string>,
    { by, key = newId() }: Asking = {},
  ) => {
    const answer = await answerOf(() => action(it.posted(path, { ...form, idempotencyKey: key }, headers(by))))
    jar.keep(answer.headers)
    return answer.location ?? `refused with ${answer.status}`
  }
  /** The outcome that the page at an address shows. */
  const told = async (path: string, { by }: Asking = {}) => {
    const answer = await answerOf(() => openFrame(it.args(path, { headers: headers(by) })))
    jar.keep(answer.headers)
    return (answer.body as { outcome: Outcome | null }).outcome?.words ?? null
  }
  const path = `/plans/${it.plan.planId}`
  const title = (jobTitle: string, asking?: Asking) =>
    post(saveProfile, '/profile', { intent: 'set-job-title', jobTitle }, asking)
  const inviteOne = (email: string, asking?: Asking) =>
    post(invite, `${path}/invite`, { intent: 'invite-participant', name: 'Nora Falk', email, role: 'viewer' }, asking)
  return { ...it, jar, path, post, told, title, inviteOne }
}

test('what a form did is told once, in the words of the activity or in words of its own', async () => {
  const it = await aLeadsBrowser()
  const invited = await it.inviteOne('nora@halden.example')
  expect(invited).toBe(`${it.path}/invite`)
  expect(await it.told(invited)).toBe('Invitation sent by email.')
  expect(await it.told(invited)).toBeNull()
  expect(await it.told(await it.title('Head of sales'))).toBe('You changed your job title.')
})

test('what a form did to several tasks is told about each of them', async () => {
  const it = await aLeadsBrowser()
  const { train = '', close = '' } = it.plan.taskIds
  const owner = `participant:${it.plan.champion.id}`
  const placeholder = 'placeholder:Customer’s finance'
  const form = { intent: 'edit-task', taskId: train, owner, alsoFor: close, 'seen.owner': placeholder }
  const named = await it.post(nameOwners, `${it.path}/owners`, form)
  expect(await it.told(named)).toBe('You changed “Close the first month” and “Train the team”.')
})

test.each(['browser', 'script'] as const)(
  'two tabs on one page, sent by %s, do not take each other’s message',
  async (by) => {
    const it = await aLeadsBrowser()
    const one = await it.inviteOne('nora@halden.example', { by })
    const two = await it.title('Head of sales', { by })
    const three = await it.inviteOne('nora@halden.example, falk@halden.example', { by })
    // The page in the first tab is told about the change, too, and reloads.
    expect(await it.told(`${it.path}/invite`, { by: 'script' })).toBeNull()
    expect(await it.told(three, { by })).toBe('2 invitations sent by email.')
    expect(await it.told(two, { by })).toBe('You changed your job title.')
    expect(await it.told(one, { by })).toBe('Invitation sent by email.')
  },
)

test('a form that changes nothing says so, and one that is sent twice is answered the same both times', async () => {
  const it = await aLeadsBrowser()
  const key = newId()
  expect(await it.told(await it.title('Head of sales', { key }))).toBe('You changed your job title.')
  expect(await it.told(await it.title('Head of sales'))).toBe('Nothing changed. It was already saved like this.')
  expect(await it.told(await it.title('Head of sales', { key }))).toBe('You changed your job title.')
})

test('forty forms whose pages are never opened leave a small Cookie header, and the next one is told', async () => {
  const it = await aLeadsBrowser()
  const session = it.jar.header().length
  for (let sent = 0; sent < 40; sent++) await it.title(`Title ${sent}`, { by: sent % 2 ? 'browser' : 'script' })
  expect(it.jar.header().length - session).toBeLessThan(4 * 1024)
  expect(await it.told(await it.title('Head of sales'))).toBe('You changed your job title.')
})

test('an address that someone made up, kept for later or got from another person tells nothing', async () => {
  const [it, other] = [await aLeadsBrowser(), await aLeadsBrowser()]
  for (const made of ['/profile?saved', '/profile?told=saved', `/profile?told=${newId()}`])
    expect(await it.told(made), made).toBeNull()
  const passedOn = await it.title('Head of sales', { by: 'script' })
  expect(await other.told(passedOn)).toBeNull()
  it.parts.clock.set(new Date(it.parts.clock.now().getTime() + 61_000))
  expect(await it.told(passedOn)).toBeNull()
})

test('what a page says of emails follows from whether this copy holds them back', async () => {
  const it = await aLeadsBrowser()
  const { ownerDb } = await testDatabase()
  const asked = () => it.ask({ email: 'nora@halden.example' })
  expect(await it.told(await it.inviteOne('nora@halden.example'))).not.toContain('released')
  expect((await asked()).body).toMatchObject({ status: 'sent', emailsAreHeld: false })

  await ownerDb.insertInto('operations.emailHold').values({ since: it.parts.clock.now() }).execute()
  expect(await it.told(await it.inviteOne('falk@halden.example'))).toContain('once emails are released')
  expect((await asked()).body).toMatchObject({ status: 'sent', emailsAreHeld: true })
  const frame = await answerOf(() => openFrame(it.args('/', { headers: { cookie: it.jar.header() } })))
  expect(frame.body).toMatchObject({ viewer: { emailsAreHeld: true } })
  await ownerDb.deleteFrom('operations.emailHold').execute()
})
