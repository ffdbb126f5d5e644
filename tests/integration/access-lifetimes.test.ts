import { expect, test } from 'vitest'
import { inviteParticipant } from '#app/access/commands/invite-participant.server.ts'
import { takeBackInvitation } from '#app/access/commands/take-back-invitation.server.ts'
import { loader as rootLoader } from '#app/root.tsx'
import { renderNotice } from '#app/notices/render-notice.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { atTheDoor } from '#tests/factories/doors.ts'
import { refusalOf } from '#tests/factories/plan-setting.ts'

const minutes = (n: number) => n * 60_000
const days = (n: number) => minutes(n * 24 * 60)

test('links work for as long as the settings say, and their emails say so', async () => {
  const it = await atTheDoor()
  Object.assign(it.parts.environment, { signInLinkMinutes: 5, invitationDays: 3 })
  const began = it.parts.clock.now().getTime()
  const whom = { participantId: it.plan.champion.id }
  const [asked, returning] = [
    await it.linkFor('sign-in', { memberId: it.plan.lead.id }, null),
    await it.linkFor('return', whom, it.plan.planId),
  ]
  const standing = async (link: string, after: number) => {
    it.parts.clock.set(new Date(began + after))
    return (await it.open(link)).status
  }
  expect(await standing(asked, minutes(5) - 1)).toBe(200)
  expect(await standing(asked, minutes(5))).toBe(401)
  expect(await standing(returning, days(3) - 1)).toBe(200)
  expect(await standing(returning, days(3))).toBe(401)

  it.parts.clock.set(new Date(began))
  const input = { name: 'Ines Roth', email: 'ines.roth@halden.example', role: 'viewer' }
  await runCommand(it.parts, inviteParticipant, { actor: it.plan.lead, scopeId: it.plan.planId, input })
  const [notice] = await it.mailTo(input.email)
  expect(notice?.facts).toMatchObject({ validFor: '3 days' })
  const { text } = await renderNotice({ kind: 'invitation', facts: notice?.facts } as never, 'https://x.example/')
  expect(text).toContain('yours alone, for 3 days')
  await it.ask({ email: await it.addressOf(it.plan.champion.id) })
  await it.work()
  expect((await it.mailTo(await it.addressOf(it.plan.champion.id)))[0]?.facts).toMatchObject({ validFor: '5 minutes' })
})

test('any number of GET and HEAD uses nothing up', async () => {
  const it = await atTheDoor()
  const link = await it.linkFor('invitation', { participantId: it.plan.champion.id }, it.plan.planId)
  for (let time = 0; time < 30; time++)
    expect((await it.open(link, { method: time % 2 ? 'HEAD' : 'GET' })).status).toBe(200)
  expect(await it.securityKinds()).toEqual([])
  expect((await it.press(link)).status).toBe(303)
})

test('a used or expired invitation sends a new link to the invited address, leading to its plan', async () => {
  const it = await atTheDoor()
  const address = await it.addressOf(it.plan.champion.id)
  const link = await it.linkFor('invitation', { participantId: it.plan.champion.id }, it.plan.planId)
  await it.press(link)
  expect(await it.press(link, { intent: 'send-fresh-link' })).toMatchObject({ status: 200, body: { isSent: true } })
  const [notice] = await it.mailTo(address)
  expect(notice).toMatchObject({ kind: 'sign-in', linkKind: 'sign-in', facts: { validFor: '15 minutes' } })
  expect(await it.open(notice?.link ?? '')).toMatchObject({
    body: { door: 'continue', destination: 'the plan for Faster month-end close' },
  })
  expect(await it.press(notice?.link ?? '')).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
})

test('asking for a link ends the older ones of that person, of every kind, and nobody else’s', async () => {
  const it = await atTheDoor()
  const whom = { participantId: it.plan.champion.id }
  const older = [
    await it.linkFor('sign-in', whom, null),
    await it.linkFor('invitation', whom, it.plan.planId),
    await it.linkFor('return', whom, it.plan.planId),
  ]
  for (const link of older) expect((await it.open(link)).status).toBe(200)
  const others = [
    await it.linkFor('return', { participantId: it.plan.viewer.id }, it.plan.planId),
    await it.linkFor('return', { memberId: it.plan.lead.id }, it.plan.planId),
    await it.linkFor('demo', whom, it.plan.planId),
  ]
  await it.ask({ email: await it.addressOf(it.plan.champion.id) })
  await it.work()
  for (const link of older) expect(await it.open(link), link).toMatchObject({ status: 401, body: { why: 'revoked' } })
  for (const link of others) expect((await it.open(link)).status).toBe(200)
})

test('an email that has still to leave keeps its link, whatever its reader asks for meanwhile', async () => {
  const it = await atTheDoor()
  const email = await it.addressOf(it.plan.viewer.id)
  await runCommand(it.parts, inviteParticipant, {
    actor: it.plan.lead,
    scopeId: it.plan.planId,
    input: { name: 'Eva Holm', email, role: 'viewer' },
  })
  await it.ask({ email })
  await it.work()
  const [invitation] = await it.mailTo(email)
  expect((await it.open(invitation?.link ?? '')).status).toBe(200)
  await it.mailHasLeft()
  await it.ask({ email })
  await it.work()
  expect((await it.open(invitation?.link ?? '')).status).toBe(401)
})

test('an invitation that nobody used is taken back: its link opens no more, also the champion’s', async () => {
  const it = await atTheDoor()
  const { plan, parts } = it
  const order = { actor: plan.teammate, scopeId: plan.planId }
  const invited = await runCommand(parts, inviteParticipant, {
    ...order,
    input: { name: 'Ines Roth', email: 'ines.roth@halden.example', role: 'contributor' },
  })
  const [notice] = await it.mailTo('ines.roth@halden.example')
  const takeBack = (participantId: string, actor = order.actor) =>
    runCommand(parts, takeBackInvitation, { ...order, actor, input: { participantId } })
  expect((await it.open(notice?.link ?? '')).status).toBe(200)
  await takeBack(invited.result.participantId)
  expect((await it.open(notice?.link ?? '')).status, 'nobody is named any more').toBe(404)
  expect((await it.press(notice?.link ?? '')).cookies).toEqual([])
  expect(await refusalOf(takeBack(plan.viewer.id)), 'who has joined').toMatchObject({ status: 422 })

  await it.within((trx) =>
    trx.updateTable('planParticipant').set({ joinedAt: null }).where('participantId', '=', plan.champion.id).execute(),
  )
  await takeBack(plan.champion.id)
  expect(await it.securityKinds()).toContain('invitation taken back')
  const activity = await it.within((trx) => trx.selectFrom('activity').select('event').execute())
  expect(activity.map(({ event }) => event)).toContain('invitation taken back')
})

test('a browser is in as one person after the other, and the page says as whom', async () => {
  const it = await atTheDoor()
  const whoIs = async (cookie: string) => (await rootLoader(it.args('/', { headers: { cookie } }))).viewer?.name
  const first = await it.press(await it.linkFor('return', { participantId: it.plan.champion.id }, it.plan.planId))
  const before = first.cookies[0] ?? ''
  expect(await whoIs(before)).toBe('Priya Raman')
  const second = await it.press(await it.linkFor('sign-in', { memberId: it.plan.lead.id }, null), { cookie: before })
  const after = second.cookies[0] ?? ''
  expect(after).not.toBe(before)
  expect(await whoIs(after)).toBe('Sam Ortiz')
  expect(await it.viewerOf(before), 'the first session').toBeNull()
})

test('the demo’s links open nothing where the process does not open them', async () => {
  const it = await atTheDoor()
  const link = await it.linkFor('demo', { memberId: it.plan.lead.id }, null)
  it.parts.opensDemoLinks = false
  expect(await it.open(link)).toMatchObject({ status: 404, body: { door: 'unknown' } })
  expect(await it.press(link)).toMatchObject({ status: 404, cookies: [] })
  expect(await it.press(link, { intent: 'send-fresh-link' })).toMatchObject({ body: { isSent: false } })
})
