import { expect, test } from 'vitest'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import * as devicesPage from '#app/access/devices/devices.page.tsx'
import { action as signOut } from '#app/access/sign-in/sign-out.route.ts'
import { newId } from '#app/kit/ids.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { loader as listenTo } from '#app/plan/page/plan-events.route.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Person, answerOf, makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { testParts } from '#tests/factories/parts.ts'
import { testDatabase } from '#tests/harness/database.ts'

const day = 24 * 60 * 60_000

async function withSessions({ hearing = false } = {}) {
  const it = await makePlanWithSignIn({ hearing })
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'
  const signIn = async (person: Person = { participantId: it.plan.champion.id }) =>
    (await it.press(await it.linkFor('return', person, it.plan.planId), { agent })).cookies[0] ?? ''
  const later = (ms: number) => it.parts.clock.set(new Date(it.parts.clock.now().getTime() + ms))
  const post = (cookie: string, fields: Record<string, string>) =>
    answerOf(() => devicesPage.action(it.posted('/devices', fields, { cookie })))
  const devices = async (cookie: string) =>
    (await devicesPage.loader(it.args('/devices', { headers: { cookie } }))).devices
  return { ...it, signIn, later, post, devices }
}

test('a session that no one uses ends, and one that is used ends too, later', async () => {
  const it = await withSessions()
  const [idle, used] = [await it.signIn(), await it.signIn()]
  for (let n = 0; n < 13; n++) {
    it.later(day)
    expect(await it.viewerOf(used)).not.toBeNull()
  }
  it.later(day)
  expect(await it.viewerOf(idle), 'after 14 idle days').toBeNull()
  for (let n = 0; n < 15; n++) {
    expect(await it.viewerOf(used)).not.toBeNull()
    it.later(day)
  }
  it.later(day)
  expect(await it.viewerOf(used), 'after 30 days').toBeNull()
})

test('the limits are settings, and each sign-in has a secret of its own', async () => {
  const it = await withSessions()
  Object.assign(it.parts.environment, { sessionIdleDays: 1, sessionDays: 2 })
  const [one, two] = [await it.signIn(), await it.signIn()]
  expect(one).not.toBe(two)
  it.later(day - 1)
  expect(await it.viewerOf(one)).not.toBeNull()
  it.later(day)
  expect(await it.viewerOf(two), 'idle').toBeNull()
  it.later(1)
  expect(await it.viewerOf(one), 'absolute').toBeNull()
})

test('the id of a session opens nothing without its secret, nor with that of another session', async () => {
  const it = await withSessions()
  const cookies = [await it.signIn(), await it.signIn()].map((cookie) => cookie.split(';')[0] ?? '')
  const [own = '', other = ''] = cookies.map((cookie) => cookie.slice(-43))
  const [cookie = ''] = cookies
  expect(await it.viewerOf(cookie)).not.toBeNull()
  for (const secret of [other, 'A'.repeat(43), own.toLowerCase(), own.split('').reverse().join('')])
    expect(await it.viewerOf(cookie.replace(own, secret)), secret).toBeNull()
})

test('one sees one’s own devices, and signs out one or all of them', async () => {
  const it = await withSessions()
  const [here, there, third] = [await it.signIn(), await it.signIn(), await it.signIn()]
  const stranger = await it.signIn({ memberId: it.plan.lead.id })
  const seen = await it.devices(here)
  expect(seen).toHaveLength(3)
  expect(seen[0]).toMatchObject({ isThis: true, device: 'Firefox on Windows', seen: 'just now' })
  expect(seen.filter(({ isThis }) => isThis)).toHaveLength(1)

  const other = (await it.devices(there)).find(({ isThis }) => isThis)
  const foreign = (await it.devices(stranger)).find(({ isThis }) => isThis)
  expect(await it.post(here, { intent: 'sign-out-device', sessionId: foreign?.id ?? '' })).toMatchObject({
    status: 404,
  })
  expect(await it.post(here, { intent: 'sign-out-device', sessionId: newId() })).toMatchObject({ status: 404 })
  expect(await it.post(here, { intent: 'sign-out-device', sessionId: 'x' })).toMatchObject({ status: 404 })
  expect(await it.viewerOf(stranger)).not.toBeNull()
  expect(await it.post(here, { intent: 'sign-out-device', sessionId: other?.id ?? '' })).toMatchObject({
    location: '/devices',
  })
  expect(await it.viewerOf(there)).toBeNull()
  expect(await it.viewerOf(third)).not.toBeNull()

  const out = await it.post(here, { intent: 'sign-out-everywhere' })
  expect(out).toMatchObject({
    status: 303,
    location: '/sign-in',
    cookies: expect.arrayContaining([here.replace(/=.*/, '=')]),
  })
  for (const cookie of [here, there, third]) expect(await it.viewerOf(cookie)).toBeNull()
  expect(await it.viewerOf(stranger), 'somebody else').not.toBeNull()
  expect(await it.securityKinds()).toEqual(expect.arrayContaining(['signed out', 'sessions ended']))
  expect(await it.post(here, { intent: 'sign-out-everywhere' })).toMatchObject({ status: 401 })
})

/** A second process, as far as the database can tell: its own connection that is told about changes. */
async function otherProcess() {
  const { db, appUrl, listenUrl } = await testDatabase()
  return testParts(db, appUrl, { listenUrl })
}

/** An open event stream: what it said so far, and whether it has ended. */
async function listen(it: Awaited<ReturnType<typeof withSessions>>, parts: typeof it.parts, cookie: string) {
  const asked = it.args(`/plans/${it.plan.planId}/events`, { headers: { cookie } })
  const gone = new AbortController()
  const response = await listenTo({ ...asked, context: { ...it.context, parts, gone: gone.signal } })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const stream = { text: '', ended: false, leave: () => gone.abort() }
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      stream.text += new TextDecoder().decode(value)
    }
    stream.ended = true
  })()
  await expect.poll(() => stream.text).toContain('retry')
  return stream
}

test('what ends a session ends its live connections in every process, and no others', async () => {
  const it = await withSessions()
  const processes = [await otherProcess(), await otherProcess()]
  for (const parts of processes) parts.clock.set(it.parts.clock.now())
  const ends: [string, (cookie: string) => Promise<unknown>][] = [
    ['signing out', (cookie) => answerOf(() => signOut(it.posted('/sign-out', {}, { cookie })))],
    ['signing out everywhere', (cookie) => it.post(cookie, { intent: 'sign-out-everywhere' })],
    [
      'removal',
      () =>
        runCommand(it.parts, removeParticipant, {
          actor: it.plan.champion,
          scopeId: it.plan.planId,
          input: { participantId: it.plan.contributor.id },
        }),
    ],
  ]
  const member = await it.signIn({ memberId: it.plan.lead.id })
  for (const [how, end] of ends) {
    const cookie = await it.signIn({ participantId: it.plan.contributor.id })
    const theirs = await Promise.all(processes.map((parts) => listen(it, parts, cookie)))
    const another = await listen(it, processes[1] ?? it.parts, member)
    await end(cookie)
    await expect.poll(() => theirs.map(({ ended }) => ended), { message: how }).toEqual([true, true])
    expect(another.ended, how).toBe(false)
    another.leave()
  }
})

test('archiving ends everyone’s sessions and streams of the customer’s side; restoring lets them in by new links', async () => {
  const it = await withSessions()
  const parts = await otherProcess()
  parts.clock.set(it.parts.clock.now())
  const cookie = await it.signIn()
  const [stream, of] = [
    await listen(it, parts, cookie),
    await listen(it, parts, await it.signIn({ memberId: it.plan.lead.id })),
  ]
  const old = await it.linkFor('return', { participantId: it.plan.champion.id }, it.plan.planId)
  const order = { actor: it.plan.lead, scopeId: it.plan.planId, input: {} }
  await runCommand(it.parts, archivePlan, order)
  await expect.poll(() => stream.ended).toBe(true)
  expect(of.ended, 'members go on reading').toBe(false)
  of.leave()
  expect(await it.viewerOf(cookie)).toBeNull()
  expect((await it.open(old)).status).toBe(401)
  const email = await it.addressOf(it.plan.champion.id)
  const ask = async () => {
    await it.ask({ email, next: `/plans/${it.plan.planId}` })
    await it.work()
    return it.mailTo(email)
  }
  expect(await ask(), 'to what is kept of them').toHaveLength(1)

  await runCommand(it.parts, restorePlan, order)
  expect(await it.viewerOf(cookie), 'no session comes back').toBeNull()
  expect((await it.open(old)).status, 'nor a link').toBe(401)
  // Later than the email before, whose link the next one ends.
  it.parts.clock.set(new Date(it.parts.clock.now().getTime() + 60_000))
  const mail = (await ask()).at(-1)
  expect(await it.press(mail?.link ?? '')).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
})

test('who takes part in another plan no longer gets news of this one, and stays signed in', async () => {
  const it = await withSessions()
  const parts = await otherProcess()
  parts.clock.set(it.parts.clock.now())
  const { id } = it.plan.contributor
  await it.within(async (trx) => {
    const plan = await trx.selectFrom('plan').selectAll().executeTakeFirstOrThrow()
    const other = newId()
    const { vendorCalendar, customerCalendar } = plan
    const copy = { vendorCalendar: JSON.stringify(vendorCalendar), customerCalendar: JSON.stringify(customerCalendar) }
    await trx
      .insertInto('plan')
      .values({ ...plan, ...copy, id: other })
      .execute()
    await trx
      .insertInto('planParticipant')
      .values({
        workspaceId: it.workspaceId,
        planId: other,
        participantId: id,
        name: 'Jonas Berg',
        role: 'viewer',
        invitedAt: plan.createdAt,
      })
      .execute()
  })
  const cookie = await it.signIn({ participantId: id })
  const stream = await listen(it, parts, cookie)
  const order = { actor: it.plan.champion, scopeId: it.plan.planId, input: { participantId: id } }
  await runCommand(it.parts, removeParticipant, order)
  await expect.poll(() => stream.ended).toBe(true)
  expect(await it.viewerOf(cookie)).not.toBeNull()
})

test('a stream says nothing after its session ran out', async () => {
  const it = await withSessions()
  const parts = await otherProcess()
  parts.clock.set(it.parts.clock.now())
  const stream = await listen(it, parts, await it.signIn())
  parts.clock.set(new Date(it.parts.clock.now().getTime() + 30 * day))
  const input = { taskId: it.plan.taskIds['scope'] }
  await runCommand(it.parts, completeTask, { actor: it.plan.lead, scopeId: it.plan.planId, input })
  await expect.poll(() => stream.ended).toBe(true)
  expect(stream.text).not.toContain('data:')
})
