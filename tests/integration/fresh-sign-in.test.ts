import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { action as pressContinue, loader as openLink } from '#app/access/emailed-links/answer-emailed-link.page.tsx'
import { isFresh } from '#app/policy/fresh-sign-in.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { action as saveSignOn } from '#app/access/sign-on/sign-on-settings.page.tsx'
import { loader as openPersonData } from '#app/workspace/copy-or-erase-person.page.tsx'
import { action as copyOwn } from '#app/workspace/personal-data/member-copy.route.ts'
import { action as copyPerson } from '#app/workspace/personal-data/person-copy.route.ts'
import { action as saveWorkspace } from '#app/workspace/workspace.page.tsx'
import { runCommand } from '#app/runner/run-command.server.ts'
import { changeWorkspace } from '#app/workspace/settings/change-workspace.server.ts'
import { newId } from '#app/kit/ids.ts'
import { answerOf, makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { refusalOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const minutes = (n: number) => n * 60_000

async function anAdmin() {
  const it = await makePlanWithSignIn()
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const session = async () =>
    (
      await inWorkspace(it.db, it.workspaceId, (trx) =>
        beginSession(it.parts, trx, it.workspaceId, { memberId: admin.id }, null),
      )
    ).split(';')[0] ?? ''
  const later = (ms: number) => it.parts.clock.set(new Date(it.parts.clock.now().getTime() + ms))
  const save = (cookie: string, form: Record<string, string>, idempotencyKey = newId()) =>
    answerOf(() => saveWorkspace(it.posted('/workspace', { ...form, idempotencyKey }, { cookie })))
  return { ...it, admin, session, later, save }
}

const turnOn = { intent: 'set-code-on-new-devices', codeOnNewDevices: 'yes' }

test('a sign-in is fresh for ten minutes, and no session is never fresh', () => {
  const now = new Date('2026-06-17T08:00:00Z')
  expect(isFresh(new Date(now.getTime() - minutes(10) + 1), now)).toBe(true)
  expect(isFresh(new Date(now.getTime() - minutes(10)), now)).toBe(false)
  expect(isFresh(undefined, now)).toBe(false)
})

test('after ten minutes, changing how people sign in asks to sign in again, and nothing of the form is lost', async () => {
  const it = await anAdmin()
  const old = await it.session()
  it.later(minutes(10))
  const key = newId()
  const refused = await it.save(old, turnOn, key)
  expect(refused).toMatchObject({
    status: 403,
    body: { status: 'invalid', wantsSignIn: true, values: { codeOnNewDevices: 'yes' } },
  })
  // The same form, after a sign-in in another tab.
  expect(await it.save(await it.session(), turnOn, key)).toMatchObject({ status: 303 })
})

test('so do other domains while single sign-on is required, since they say who must use it', async () => {
  const it = await anAdmin()
  const old = await it.session()
  it.later(minutes(11))
  const change = (domains: string) =>
    runCommand(it.parts, changeWorkspace, {
      actor: { ...it.admin, signedInAt: new Date(it.parts.clock.now().getTime() - minutes(11)) },
      scopeId: it.workspaceId,
      input: { domains },
    })
  await change('brightline.example brightline-labs.example')
  await inWorkspace(it.db, it.workspaceId, (trx) =>
    trx
      .insertInto('identityProvider')
      .values({
        ...{ workspaceId: it.workspaceId, issuer: 'https://id.example', clientId: 'a', clientSecret: 'b' },
        ...{ required: true, changedAt: it.parts.clock.now(), provedAt: null },
      })
      .execute(),
  )
  expect(await refusalOf(change(''))).toMatchObject({ status: 403, wantsSignIn: true })
  const elsewhere = { intent: 'change-workspace', timeZone: 'Europe/Lisbon' }
  expect(await it.save(old, elsewhere)).not.toMatchObject({ status: 403 })
})

test('that goes for every such form, and for no other', async () => {
  const it = await anAdmin()
  const old = await it.session()
  it.later(minutes(11))
  for (const intent of ['remove-identity-provider', 'set-identity-provider']) {
    const values = { intent, issuer: 'https://id.example', clientId: 'a', clientSecret: 'b', idempotencyKey: newId() }
    const save = () => saveSignOn(it.posted('/workspace/sign-on', values, { cookie: old }))
    const answer = await answerOf(save)
    expect(answer.status, intent).toBe(403)
    expect(JSON.stringify(answer.body)).not.toContain('"clientSecret"')
  }
  const member = { intent: 'add-member', name: 'Nils Aho', email: 'nils.aho@brightline.example', roles: 'rep' }
  expect(await it.save(old, member)).toMatchObject({ status: 303 })
})

test('so does a copy of another person’s data, whose page says so in place of the button; one’s own copy needs none', async () => {
  const it = await anAdmin()
  const old = await it.session()
  const personId = it.plan.viewer.id
  const path = `/workspace/data/${personId}`
  const mayCopy = async (cookie: string) => {
    const page = await answerOf(() =>
      openPersonData({ ...it.args(path, { headers: { cookie } }), params: { personId } }),
    )
    return page.body
  }
  const copy = (cookie: string) =>
    answerOf(() =>
      copyPerson({
        ...it.posted(`${path}/export`, { intent: 'export-person', idempotencyKey: newId() }, { cookie }),
        params: { personId },
      }),
    )
  expect(await mayCopy(old)).toMatchObject({ mayCopy: true })
  it.later(minutes(10))
  expect(await mayCopy(old)).toMatchObject({ mayCopy: false })
  expect(await copy(old)).toMatchObject({ status: 403 })
  expect(await copy(await it.session())).toMatchObject({ status: 200 })
  const own = it.posted('/profile/export', { intent: 'export-member-data', idempotencyKey: newId() }, { cookie: old })
  expect(await answerOf(() => copyOwn(own))).toMatchObject({ status: 200 })
})

test('a link that was asked for signs in again everyone signed in since long, and leads others straight through', async () => {
  const it = await anAdmin()
  const old = await it.session()
  const link = await it.linkFor('sign-in', { memberId: it.admin.id }, null)
  const open = (url: string, cookie: string) => answerOf(() => openLink(it.args(url, { headers: { cookie } })))
  expect(await open(link, old)).toMatchObject({ status: 302 })
  it.later(minutes(11))
  expect(await open(link, old)).toMatchObject({ status: 200, body: { card: 'continue' } })
  expect(await open(await it.linkFor('return', { memberId: it.admin.id }, null), old)).toMatchObject({ status: 302 })
  const pressed = await answerOf(() => pressContinue(it.posted(link, { intent: 'continue' }, { cookie: old })))
  const fresh = pressed.cookies.find((cookie) => cookie.startsWith(`firstwin-${it.workspaceId}=`)) ?? ''
  expect(await it.save(fresh, turnOn)).toMatchObject({ status: 303 })
  expect(await it.viewerOf(old), 'the session before it is over').toBeNull()
})
