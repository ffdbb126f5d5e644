import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { action as invite, loader as openInvite } from '#app/access/participants/invite.page.tsx'
import { newId } from '#app/kit/ids.ts'
import { loader as openFrame } from '#app/root.tsx'
import { action as saveRetention, loader as openData } from '#app/workspace/data.page.tsx'
import { action as saveProfile, loader as openProfile } from '#app/workspace/profile/profile.page.tsx'
import { atTheDoor, answerOf } from '#tests/factories/doors.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** The browser of an admin who leads a plan: it keeps the cookies that it is given, as every tab of it does. */
async function anAdminsBrowser() {
  const it = await atTheDoor()
  const { id: memberId } = it.plan.lead
  const begun = await it.within(async (trx) => {
    await trx
      .updateTable('member')
      .set({ roles: ['admin'] })
      .where('id', '=', memberId)
      .execute()
    return beginSession(it.parts, trx, it.workspaceId, { memberId }, null)
  })
  const jar = new Map<string, string>()
  const keep = (headers: Headers) => {
    for (const cookie of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (cookie.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
  }
  keep(new Headers({ 'Set-Cookie': begun }))
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  type Args = ReturnType<typeof it.args>
  /** @returns where the form leads */
  const post = async (action: (args: Args) => Promise<unknown>, path: string, form: Record<string, string>) => {
    const answer = await answerOf(() =>
      action(it.posted(path, { ...form, idempotencyKey: newId() }, { cookie: cookie() })),
    )
    keep(answer.headers)
    return answer.location ?? `refused with ${answer.status}`
  }
  const open = async (loader: (args: Args) => Promise<unknown>, path: string) => {
    const answer = await answerOf(() => loader(it.args(path, { headers: { cookie: cookie() } })))
    keep(answer.headers)
    return answer.body
  }
  return { ...it, post, open, jar }
}

const retention = { keepSecurityLogMonths: '36', keepEmailsDays: '180', keepSessionsDays: '90' }

test('what a save led to is told once, and not when its address is opened again', async () => {
  const it = await anAdminsBrowser()
  const profile = await it.post(saveProfile, '/profile', { intent: 'set-job-title', jobTitle: 'Head of sales' })
  const data = await it.post(saveRetention, '/workspace/data', { intent: 'set-retention', ...retention })
  // Two tabs: the one that was answered last is opened first.
  expect(await it.open(openData, data)).toMatchObject({ isSaved: true, isErased: false })
  expect(await it.open(openProfile, profile)).toMatchObject({ isSaved: true })
  expect(await it.open(openProfile, profile)).toMatchObject({ isSaved: false })
  expect(await it.open(openData, data)).toMatchObject({ isSaved: false })
  expect([...it.jar.keys()].filter((name) => name.includes('told'))).toEqual([])
})

test('an address that somebody made up, kept for later or got from another person tells nothing', async () => {
  const [it, other] = [await anAdminsBrowser(), await anAdminsBrowser()]
  for (const made of ['/profile?saved', '/profile?told=saved', `/profile?told=${newId()}`])
    expect(await it.open(openProfile, made), made).toMatchObject({ isSaved: false })
  const passedOn = await it.post(saveProfile, '/profile', { intent: 'set-job-title', jobTitle: 'Head of sales' })
  expect(await other.open(openProfile, passedOn)).toMatchObject({ isSaved: false })
  it.parts.clock.set(new Date(it.parts.clock.now().getTime() + 61_000))
  expect(await it.open(openProfile, passedOn)).toMatchObject({ isSaved: false })
})

test('what a page says of emails follows from whether this copy holds them back', async () => {
  const it = await anAdminsBrowser()
  const { ownerDb } = await testDatabase()
  const path = `/plans/${it.plan.planId}/invite`
  const inviteOne = (email: string) =>
    it.post(invite, path, { intent: 'invite-participant', name: 'Nora Falk', email, role: 'viewer' })
  const asked = () => it.ask({ email: 'nora@halden.example' })
  const led = await inviteOne('nora@halden.example')
  expect(await it.open(openInvite, led)).toMatchObject({ invited: 1, emailsAreHeld: false })
  expect((await asked()).body).toMatchObject({ status: 'sent', emailsAreHeld: false })

  await ownerDb.insertInto('operations.emailHold').values({ since: it.parts.clock.now() }).execute()
  const later = await inviteOne('falk@halden.example')
  expect(await it.open(openInvite, later)).toMatchObject({ invited: 1, emailsAreHeld: true })
  expect((await asked()).body).toMatchObject({ status: 'sent', emailsAreHeld: true })
  expect(await it.open(openFrame, '/')).toMatchObject({ viewer: { emailsAreHeld: true } })
  await ownerDb.deleteFrom('operations.emailHold').execute()
})
