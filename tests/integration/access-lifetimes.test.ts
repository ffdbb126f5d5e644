import { expect, test } from 'vitest'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { withdrawInvitation } from '#app/access/participants/withdraw-invitation.server.ts'
import { loader as rootLoader } from '#app/root.tsx'
import { renderNotice } from '#app/notices/render-notice.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { loader as openPlan } from '#app/plan/page/plan.page.tsx'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { refusalOf } from '#tests/factories/plan-setting.ts'
import { haldenPlan } from '#tests/factories/workspace.ts'

const minutes = (n: number) => n * 60_000
const days = (n: number) => minutes(n * 24 * 60)

test('links work for as long as the settings say, and their emails say so', async () => {
  const it = await makePlanWithSignIn()
  Object.assign(it.parts.environment, { signInLinkMinutes: 5, invitationDays: 3 })
  const began = it.parts.clock.now().getTime()
  const person = { participantId: it.plan.champion.id }
  const [asked, returning] = [
    await it.linkFor('sign-in', { memberId: it.plan.lead.id }, null),
    await it.linkFor('return', person, it.plan.planId),
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
  await runCommand(it.parts, inviteParticipant, { actor: it.plan.champion, scopeId: it.plan.planId, input })
  const [notice] = await it.mailTo(input.email)
  expect(notice?.facts).toMatchObject({ validFor: '3 days' })
  const links = { own: { url: 'https://x.example/' }, plans: new Map() }
  const sending = { links, sentOn: '2026-06-17' }
  const { text } = await renderNotice({ kind: 'invitation', facts: notice?.facts } as never, sending)
  expect(text.join('')).toContain('for you only. It works for 3 days')
  await it.ask({ email: await it.addressOf(it.plan.champion.id) })
  await it.work()
  expect((await it.mailTo(await it.addressOf(it.plan.champion.id)))[0]?.facts).toMatchObject({ validFor: '5 minutes' })
})

test('any number of GET and HEAD uses nothing up', async () => {
  const it = await makePlanWithSignIn()
  const link = await it.linkFor('invitation', { participantId: it.plan.champion.id }, it.plan.planId)
  for (let time = 0; time < 30; time++)
    expect((await it.open(link, { method: time % 2 ? 'HEAD' : 'GET' })).status).toBe(200)
  expect(await it.securityKinds()).toEqual([])
  expect((await it.press(link)).status).toBe(303)
})

test('a used or expired invitation sends a new link to the invited address, leading to its plan', async () => {
  const it = await makePlanWithSignIn()
  const address = await it.addressOf(it.plan.champion.id)
  const link = await it.linkFor('invitation', { participantId: it.plan.champion.id }, it.plan.planId)
  await it.press(link)
  expect(await it.press(link, { intent: 'send-fresh-link' })).toMatchObject({
    status: 200,
    body: { status: 'fresh link' },
  })
  const [notice] = await it.mailTo(address)
  expect(notice).toMatchObject({ kind: 'sign-in', linkKind: 'sign-in', facts: { validFor: '15 minutes' } })
  expect(await it.open(notice?.link ?? '')).toMatchObject({
    body: { card: 'continue', project: 'Faster month-end close' },
  })
  expect(await it.press(notice?.link ?? '')).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
})

test('asking for a link ends the older ones of that person, of every kind, and no one else’s', async () => {
  const it = await makePlanWithSignIn()
  const person = { participantId: it.plan.champion.id }
  const older = [
    await it.linkFor('sign-in', person, null),
    await it.linkFor('invitation', person, it.plan.planId),
    await it.linkFor('return', person, it.plan.planId),
  ]
  for (const link of older) expect((await it.open(link)).status).toBe(200)
  const others = [
    await it.linkFor('return', { participantId: it.plan.viewer.id }, it.plan.planId),
    await it.linkFor('return', { memberId: it.plan.lead.id }, it.plan.planId),
    await it.linkFor('demo', person, it.plan.planId),
  ]
  await it.ask({ email: await it.addressOf(it.plan.champion.id) })
  await it.work()
  for (const link of older) expect(await it.open(link), link).toMatchObject({ status: 401, body: { why: 'revoked' } })
  for (const link of others) expect((await it.open(link)).status).toBe(200)
})

test('an email that has still to leave keeps its link, whatever its reader asks for meanwhile', async () => {
  const it = await makePlanWithSignIn()
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

test('an invitation that no one used is withdrawn: its link no longer works, also the champion’s', async () => {
  const it = await makePlanWithSignIn()
  const { plan, parts } = it
  const order = { actor: plan.teammate, scopeId: plan.planId }
  const invited = await runCommand(parts, inviteParticipant, {
    ...order,
    input: { name: 'Ines Roth', email: 'ines.roth@halden.example', role: 'contributor' },
  })
  const [notice] = await it.mailTo('ines.roth@halden.example')
  const takeBack = (participantId: string, actor = order.actor) =>
    runCommand(parts, withdrawInvitation, { ...order, actor, input: { participantId } })
  expect((await it.open(notice?.link ?? '')).status).toBe(200)
  await takeBack(invited.result.participantIds[0] ?? '')
  expect((await it.open(notice?.link ?? '')).status, 'no one is named').toBe(404)
  expect((await it.press(notice?.link ?? '')).cookies).toEqual([])
  expect(await refusalOf(takeBack(plan.viewer.id)), 'who has joined').toMatchObject({ status: 422 })

  await it.within((trx) =>
    trx.updateTable('planParticipant').set({ joinedAt: null }).where('participantId', '=', plan.champion.id).execute(),
  )
  expect(await refusalOf(takeBack(plan.champion.id)), 'a champion has come once').toMatchObject({ status: 422 })
  await it.within((trx) =>
    trx.updateTable('plan').set({ championJoinedAt: null }).where('id', '=', plan.planId).execute(),
  )
  await takeBack(plan.champion.id)
  expect(await it.securityKinds()).toContain('invitation taken back')
  const activity = await it.within((trx) => trx.selectFrom('activity').select('event').execute())
  expect(activity.map(({ event }) => event)).toContain('invitation taken back')
})

test('who is in already and opens the plan has joined it, and no invitation can be withdrawn', async () => {
  const it = await makePlanWithSignIn()
  const { plan, parts, workspaceId } = it
  const { planId } = await it.within((trx) =>
    insertPlan(
      trx,
      haldenPlan({ workspaceId, accountId: plan.accountId, leadId: plan.lead.id, project: 'The second plan' }),
      parts.clock.now(),
    ),
  )
  const order = { actor: plan.lead, scopeId: planId }
  const email = await it.addressOf(plan.contributor.id)
  await runCommand(parts, inviteParticipant, { ...order, input: { name: 'Jonas Berg', email, role: 'champion' } })
  const takeBack = () =>
    runCommand(parts, withdrawInvitation, { ...order, input: { participantId: plan.contributor.id } })
  const joinedAt = async () => {
    const seat = await it.within((trx) =>
      trx
        .selectFrom('planParticipant')
        .select('joinedAt')
        .where('planId', '=', planId)
        .where('participantId', '=', plan.contributor.id)
        .executeTakeFirstOrThrow(),
    )
    return seat.joinedAt
  }
  const { cookies } = await it.press(await it.linkFor('return', { participantId: plan.contributor.id }, plan.planId))
  expect(await joinedAt(), 'signing in for another plan').toBeNull()
  const open = () =>
    openPlan({ ...it.args(`/plans/${planId}`, { headers: { cookie: cookies[0] ?? '' } }), params: { planId } })
  await open()
  const first = await joinedAt()
  expect(first).not.toBeNull()
  expect(await refusalOf(takeBack())).toMatchObject({ status: 422, faults: [{ field: 'participantId' }] })
  parts.clock.set(new Date(parts.clock.now().getTime() + 60_000))
  await open()
  expect(await joinedAt(), 'written once').toEqual(first)
})

test('who has done anything on the plan since the invitation has joined, too', async () => {
  const it = await makePlanWithSignIn()
  const { plan, parts } = it
  const task = await it.within((trx) =>
    trx.selectFrom('task').select('id').where('title', '=', 'Agree on the scope').executeTakeFirstOrThrow(),
  )
  const takeBack = () =>
    runCommand(parts, withdrawInvitation, {
      actor: plan.lead,
      scopeId: plan.planId,
      input: { participantId: plan.champion.id },
    })
  await runCommand(parts, completeTask, { actor: plan.champion, scopeId: plan.planId, input: { taskId: task.id } })
  const setSeat = (values: { joinedAt: null; invitedAt?: Date }) =>
    it.within((trx) =>
      trx.updateTable('planParticipant').set(values).where('participantId', '=', plan.champion.id).execute(),
    )
  await setSeat({ joinedAt: null })
  await it.within((trx) =>
    trx.updateTable('plan').set({ championJoinedAt: null }).where('id', '=', plan.planId).execute(),
  )
  expect(await refusalOf(takeBack())).toMatchObject({ status: 422 })
  // Done before this invitation, by someone who was removed and invited again.
  await setSeat({ joinedAt: null, invitedAt: new Date(parts.clock.now().getTime() + 1) })
  await takeBack()
})

test('a browser is in as one person after the other, and the page says as which', async () => {
  const it = await makePlanWithSignIn()
  const whoIs = async (cookie: string) => (await rootLoader(it.args('/', { headers: { cookie } }))).data.viewer?.name
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
  const it = await makePlanWithSignIn()
  const link = await it.linkFor('demo', { memberId: it.plan.lead.id }, null)
  it.parts.opensDemoLinks = false
  expect(await it.open(link)).toMatchObject({ status: 404, body: { card: 'unknown' } })
  expect(await it.press(link)).toMatchObject({ status: 404, cookies: [] })
  expect(await it.press(link, { intent: 'send-fresh-link' })).toMatchObject({ body: { status: 'no such link' } })
})
