import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { action as postMember, loader as openMember } from '#app/workspace/members/member.page.tsx'
import { softwareAuthenticator } from '#tests/factories/authenticator.ts'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { atThePasskeys } from '#tests/factories/passkeys.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const minutes = (n: number) => n * 60_000
const unknown = { body: { status: 'passkey refused', why: 'unknown' }, cookies: [] }

test('the authenticator is told which passkeys there are, so that it makes no second one; names stay apart', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  const { options } = await it.askForNew()
  expect(options.excludeCredentials).toMatchObject([
    { id: authenticator.credentialId, transports: ['internal', 'hybrid'] },
  ])
  const windowsHello = Buffer.from('08987058cadc4b81b6e130de50dcbe96', 'hex')
  await it.add(softwareAuthenticator({ aaguid: windowsHello }))
  await it.add(softwareAuthenticator({ aaguid: windowsHello }))
  expect((await it.list()).map(({ name }) => name).sort()).toEqual([
    'Unknown device',
    'Windows Hello',
    'Windows Hello 2',
  ])
})

test('one renames and removes one’s own, and no one else’s; the member is told about both', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  const [{ id, name } = { id: '', name: '' }] = await it.list()
  const rename = { intent: 'rename-passkey', passkeyId: id, name: 'The blue laptop', 'seen.name': name }
  const other = await it.sessionOf(it.plan.lead)
  expect((await it.post(rename, other)).status).toBe(404)
  expect((await it.post({ intent: 'remove-passkey', passkeyId: id }, other)).status).toBe(404)
  expect((await it.post({ ...rename, name: ' ' })).status).toBe(422)
  expect((await it.post({ ...rename, name: 'see https://evil.example' })).status).toBe(422)
  expect((await it.post(rename)).status).toBe(303)
  expect(await it.post({ ...rename, name: 'Another' }), 'seen before it was renamed').toMatchObject({ status: 409 })
  expect(await it.list()).toMatchObject([{ name: 'The blue laptop' }])

  expect((await it.post({ intent: 'remove-passkey', passkeyId: id })).status).toBe(303)
  expect(await it.list()).toEqual([])
  expect(await it.signIn(authenticator)).toMatchObject({ status: 401, ...unknown })
  const told = await it.mailTo('ana.lind@brightline.example')
  expect(told.map(({ kind }) => kind)).toEqual(['security-notice', 'security-notice'])
  expect(told.map(({ facts }) => JSON.stringify(facts))).toEqual([
    expect.stringContaining('You added the passkey “Unknown device”'),
    expect.stringContaining('You removed the passkey “The blue laptop”'),
  ])
  const kinds = (await it.events()).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind.startsWith('passkey'))).toEqual([
    'passkey added',
    'passkey renamed',
    'passkey removed',
  ])
})

test('adding and removing ask to sign in again after ten minutes, before anyone’s finger is asked for; renaming does not', async () => {
  const it = await atThePasskeys()
  const { credential, cookies } = await it.add()
  const [{ id, name } = { id: '', name: '' }] = await it.list()
  it.later(minutes(10))
  const asked = await it.askForNew()
  expect(asked).toMatchObject({ status: 403, options: { wantsSignIn: true } })
  expect(await it.post({ intent: 'add-passkey', credential }, cookies)).toMatchObject({ status: 422 })
  const remove = { intent: 'remove-passkey', passkeyId: id }
  expect(await it.post(remove)).toMatchObject({ status: 403, body: { wantsSignIn: true } })
  const rename = { intent: 'rename-passkey', passkeyId: id, name: 'The laptop', 'seen.name': name }
  expect((await it.post(rename)).status).toBe(303)
  expect((await it.post(remove, await it.sessionOf(it.member))).status).toBe(303)
})

test('a removed member cannot sign in by passkey, not even when added again', async () => {
  const it = await atThePasskeys()
  const { authenticator } = await it.add()
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  const order = { actor: admin, scopeId: it.workspaceId, input: { memberId: it.member.id, successorId: '' } }
  await runCommand(it.parts, removeMember, order)
  expect(await it.signIn(authenticator)).toMatchObject(unknown)
  await it.within((trx) => trx.updateTable('member').set({ removedAt: null }).where('id', '=', it.member.id).execute())
  expect(await it.signIn(authenticator)).toMatchObject(unknown)
})

test('an admin sees a member’s passkeys and removes one or all of them; the member is told', async () => {
  const it = await atThePasskeys()
  const [first, second, third] = [await it.add(), await it.add(), await it.add()]
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  const cookie = await it.sessionOf(admin)
  const url = `/workspace/members/${it.member.id}`
  const at = <Args extends { params: object }>(args: Args) => ({ ...args, params: { memberId: it.member.id } })
  const seen = async () => (await openMember(at(it.args(url, { headers: { cookie } })))).passkeys
  const remove = (passkeyId: string, as = cookie) => {
    it.later(1)
    const form = { intent: 'remove-member-passkeys', passkeyId, idempotencyKey: newId() }
    return answerOf(() => postMember(at(it.posted(url, form, { cookie: as }))))
  }
  const [{ id } = { id: '' }] = await seen()
  expect((await remove(id, it.session)).status, 'no admin').toBe(403)
  expect((await remove(newId())).status).toBe(404)
  expect((await remove(id)).status).toBe(303)
  expect(await it.signIn(first.authenticator)).toMatchObject(unknown)
  expect((await it.signIn(second.authenticator)).status).toBe(303)
  expect((await remove('')).status).toBe(303)
  expect(await seen()).toEqual([])
  expect(await it.signIn(third.authenticator)).toMatchObject(unknown)
  expect(await it.viewerOf(it.session), 'sessions go on').not.toBeNull()
  const told = (await it.mailTo('ana.lind@brightline.example')).slice(3)
  expect(told.map(({ facts }) => JSON.stringify(facts))).toEqual([
    expect.stringContaining('Henrike Aalto, an admin of Brightline, removed your passkey “Unknown device”'),
    expect.stringContaining('removed your 2 passkeys'),
  ])
  it.later(minutes(10))
  expect(await remove('')).toMatchObject({ status: 403, body: { wantsSignIn: true } })
})

test('there are at most twenty', async () => {
  const it = await atThePasskeys()
  await it.add()
  const [row] = await it.within((trx) => trx.selectFrom('passkey').selectAll().execute())
  if (!row) throw new Error('nothing was added')
  await it.within((trx) =>
    trx
      .insertInto('passkey')
      .values(Array.from({ length: 19 }, () => ({ ...row, id: newId(), credentialId: newId(), name: newId() })))
      .execute(),
  )
  const { answer } = await it.add()
  expect(answer).toMatchObject({ status: 422, body: { message: expect.stringContaining('20 passkeys') } })
})
