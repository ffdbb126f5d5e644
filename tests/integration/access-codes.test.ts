import { expect, test } from 'vitest'
import * as codePage from '#app/access/sign-in/enter-code.page.tsx'
import { signOutDevice } from '#app/access/devices/devices.server.ts'
import { forgetSignInRows } from '#app/access/sign-in/forget-sign-in-rows.server.ts'
import { signInCodeOf } from '#app/outbox/code-secret.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { setCodeOnNewDevices } from '#app/workspace/members/set-code-on-new-devices.server.ts'
import { type Person, answerOf, makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { statusOf } from '#tests/factories/plan-setting.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { makeMember } from '#tests/factories/workspace.ts'

async function withCodes(isOn = true) {
  const it = await makePlanWithSignIn()
  const { plan, parts } = it
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const turn = (value: 'yes' | 'no', actor = admin) =>
    runCommand(parts, setCodeOnNewDevices, {
      actor,
      scopeId: it.workspaceId,
      input: { codeOnNewDevices: value },
    })
  if (isOn) await turn('yes')
  /** Presses Continue on a link of the champion's, or someone else's, in a browser that holds a cookie. */
  const press = async (cookie = '', person: Person = { participantId: plan.champion.id }) =>
    it.press(await it.linkFor('return', person, plan.planId), { cookie })
  const codes = () => it.within((trx) => trx.selectFrom('signInCode').selectAll().orderBy('createdAt').execute())
  const codeFor = (cookie: string) => signInCodeOf(parts.environment, cookie.split('.')[1] ?? '')
  const wrongFor = (cookie: string) => String((Number(codeFor(cookie)) + 1) % 1_000_000).padStart(6, '0')
  const enter = (cookie: string, code: string) =>
    answerOf(() => codePage.action(it.posted('/sign-in/code', { intent: 'enter-code', code }, { cookie })))
  const look = (cookie: string) => answerOf(() => codePage.loader(it.args('/sign-in/code', { headers: { cookie } })))
  return { ...it, turn, press, codes, codeFor, wrongFor, enter, look }
}

test('off until an admin turns it on; no one else does', async () => {
  const it = await withCodes(false)
  expect(await it.press()).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
  expect(await statusOf(it.turn('yes', it.plan.lead))).toBe(403)
  await it.turn('yes')
  expect(await it.press()).toMatchObject({ status: 303, location: '/sign-in/code' })
  await it.turn('no')
  expect(await it.press()).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
  expect(await it.securityKinds()).toContain('access rules changed')
})

test('a new device is asked for the code that is mailed, and known from then on', async () => {
  const it = await withCodes()
  const { cookies, location } = await it.press()
  const code = cookies.find((cookie) => cookie.startsWith('firstwin-code=')) ?? ''
  expect(location).toBe('/sign-in/code')
  for (const cookie of cookies) expect(await it.viewerOf(cookie), 'nobody is in yet').toBeNull()
  expect(await it.look(code)).toMatchObject({ status: 200, body: { card: 'code', workspace: { name: 'Brightline' } } })

  const entered = await it.enter(code, ` ${it.codeFor(code).replace(/(...)/, '$1 ')}`)
  expect(entered).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
  const session = entered.cookies.find((cookie) => cookie.startsWith(`firstwin-${it.workspaceId}=`)) ?? ''
  const device = entered.cookies.find((cookie) => cookie.startsWith('firstwin-device-')) ?? ''
  expect((await it.viewerOf(session))?.actor.id).toBe(it.plan.champion.id)
  expect(await it.enter(code, it.codeFor(code)), 'once').toMatchObject({ status: 401, cookies: [] })

  expect(await it.press(device), 'the same device').toMatchObject({ location: `/plans/${it.plan.planId}` })
  expect(await it.press(device.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')))).toMatchObject({
    location: '/sign-in/code',
  })
})

test('the device of one person is new for another', async () => {
  const it = await withCodes()
  const code = (await it.press()).cookies[0] ?? ''
  const device =
    (await it.enter(code, it.codeFor(code))).cookies.find((cookie) => cookie.startsWith('firstwin-device-')) ?? ''
  expect(await it.press(device, { memberId: it.plan.lead.id })).toMatchObject({ location: '/sign-in/code' })
})

test('a device that is signed out as lost is new again, and no other is', async () => {
  const it = await withCodes()
  const known = async () => {
    const code = (await it.press()).cookies[0] ?? ''
    const { cookies } = await it.enter(code, it.codeFor(code))
    const viewer = await it.viewerOf(cookies.find((cookie) => cookie.startsWith(`firstwin-${it.workspaceId}=`)))
    if (!viewer) throw new Error('Nobody is in.')
    return { viewer, device: cookies.find((cookie) => cookie.startsWith('firstwin-device-')) ?? '' }
  }
  const asksFor = async (device: string) => (await it.press(device)).location === '/sign-in/code'
  const [lost, kept] = [await known(), await known()]
  expect([await asksFor(lost.device), await asksFor(kept.device)]).toEqual([false, false])
  await signOutDevice(it.parts, kept.viewer, lost.viewer.sessionId)
  expect([await asksFor(lost.device), await asksFor(kept.device)]).toEqual([true, false])

  // It has signed in again by link only: that session is on the same device.
  const { cookies } = await it.press(kept.device)
  const again = await it.viewerOf(cookies.find((cookie) => cookie.startsWith(`firstwin-${it.workspaceId}=`)))
  await signOutDevice(it.parts, lost.viewer, again?.sessionId ?? '')
  expect(await asksFor(kept.device)).toBe(true)

  // The device of an older session is unknown, so all devices ask for a code again.
  const old = await known()
  await it.within((trx) => trx.updateTable('session').set({ knownDeviceId: null }).execute())
  await signOutDevice(it.parts, lost.viewer, old.viewer.sessionId)
  expect(await asksFor(old.device)).toBe(true)
})

test('five tries, also all at once; then the right code opens nothing', async () => {
  const it = await withCodes()
  const code = (await it.press()).cookies[0] ?? ''
  const all = await Promise.all(Array.from({ length: 12 }, () => it.enter(code, it.wrongFor(code))))
  const wrong = all.filter((answer) => answer.status === 422)
  expect(wrong).toHaveLength(4)
  expect(all.filter((answer) => answer.status === 401)).toHaveLength(8)
  expect((await it.codes())[0]?.tries).toBe(5)
  expect((await it.securityKinds()).filter((kind) => kind === 'code refused')).toHaveLength(5)
  expect(await it.enter(code, it.codeFor(code))).toMatchObject({ status: 401, cookies: [] })
  expect(await it.look(code)).toMatchObject({ status: 401, body: { card: 'dead' } })

  const next = (await it.press()).cookies[0] ?? ''
  expect(await it.enter(next, it.wrongFor(next))).toMatchObject({
    status: 422,
    body: { faults: [{ field: 'code', message: 'This code is not correct. You have 4 attempts left.' }] },
  })
  expect((await it.enter(next, it.codeFor(next))).status).toBe(303)
})

test('ten minutes; another browser, another secret or no code at all is no one', async () => {
  const it = await withCodes()
  const code = (await it.press()).cookies[0] ?? ''
  const forged = code.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A'))
  expect(await it.enter(forged, it.codeFor(code))).toMatchObject({ status: 401, cookies: [] })
  expect(await it.enter('', it.codeFor(code))).toMatchObject({ status: 401, cookies: [] })
  expect(await it.look('')).toMatchObject({ status: 302, location: '/sign-in' })
  it.parts.clock.set(new Date(it.parts.clock.now().getTime() + 10 * 60_000))
  expect(await it.enter(code, it.codeFor(code))).toMatchObject({ status: 401, cookies: [] })
})

test('a person who is taken off meanwhile comes by their code to what is kept of them alone', async () => {
  const it = await withCodes()
  const code = (await it.press()).cookies[0] ?? ''
  await it.within((trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', it.plan.champion.id)
      .execute(),
  )
  const { planId } = it.plan
  expect(await it.enter(code, it.codeFor(code))).toMatchObject({ status: 303, location: `/plans/${planId}/your-data` })
  const standings = it.within((trx) => standingsOnPlan(trx, it.plan.champion, planId))
  expect((await standings).size).toBe(0)
})

test('the database holds no code, before and after its email has left; the email does', async () => {
  const it = await withCodes()
  const resend = await startLocalResend()
  it.parts.environment.resendBaseUrl = resend.baseUrl
  const cookie = (await it.press()).cookies[0] ?? ''
  const address = await it.addressOf(it.plan.champion.id)
  const [notice] = await it.mailTo(address)
  expect(notice).toMatchObject({ kind: 'sign-in-code', facts: { codeId: cookie.split('.')[1] } })
  await sendNotice(it.parts, it.workspaceId, notice?.id ?? '')
  expect(resend.attempts).toMatchObject([{ to: address, subject: 'Your code to sign in to Brightline' }])
  const [email] = resend.attempts
  for (const form of [email?.html, email?.text]) expect(form).toContain(it.codeFor(cookie))
  const kept = await it.within(async (trx) => [
    await trx.selectFrom('notice').selectAll().execute(),
    await trx.selectFrom('signInCode').selectAll().execute(),
  ])
  expect(JSON.stringify(kept)).not.toContain(it.codeFor(cookie))
})

test('an email that could not leave while its code worked no longer leaves', async () => {
  const it = await withCodes()
  const resend = await startLocalResend()
  it.parts.environment.resendBaseUrl = resend.baseUrl
  const address = await it.addressOf(it.plan.champion.id)
  const began = it.parts.clock.now().getTime()
  await it.press()
  await it.press()
  const [first, second] = await it.mailTo(address)
  it.parts.clock.set(new Date(began + 10 * 60_000 - 1))
  await sendNotice(it.parts, it.workspaceId, first?.id ?? '')
  it.parts.clock.set(new Date(began + 10 * 60_000))
  await sendNotice(it.parts, it.workspaceId, second?.id ?? '')
  const notices = await it.within((trx) => trx.selectFrom('notice').select(['id', 'state']).execute())
  const stateOf = (id: string | undefined) => notices.find((notice) => notice.id === id)?.state
  expect([stateOf(first?.id), stateOf(second?.id)]).toEqual(['sent', 'failed'])
  expect(resend.attempts).toHaveLength(1)
})

test('turned off and on again, every device is a new one', async () => {
  const it = await withCodes()
  const code = (await it.press()).cookies[0] ?? ''
  const { cookies } = await it.enter(code, it.codeFor(code))
  const device = cookies.find((cookie) => cookie.startsWith('firstwin-device-')) ?? ''
  expect(await it.press(device)).toMatchObject({ location: `/plans/${it.plan.planId}` })
  await it.turn('no')
  await it.turn('yes')
  expect(await it.press(device)).toMatchObject({ location: '/sign-in/code' })
})

test('dead codes are forgotten the day after, devices after half a year', async () => {
  const it = await withCodes()
  const code = (await it.press()).cookies[0] ?? ''
  await it.enter(code, it.codeFor(code))
  const rows = () =>
    it.within(async (trx) => [
      (await trx.selectFrom('signInCode').select('id').execute()).length,
      (await trx.selectFrom('knownDevice').select('id').execute()).length,
    ])
  const day = 24 * 60 * 60_000
  const began = it.parts.clock.now().getTime()
  for (const [after, left] of [
    [day, [1, 1]],
    [2 * day, [0, 1]],
    [180 * day, [0, 1]],
    [181 * day, [0, 0]],
  ] as const) {
    it.parts.clock.set(new Date(began + after))
    await forgetSignInRows(it.parts, it.workspaceId)
    expect(await rows(), `after ${after / day} days`).toEqual(left)
  }
})

test('a code that was on its way when the company’s sign-in was required lets no member in', async () => {
  const it = await withCodes()
  const { cookies } = await it.press('', { memberId: it.plan.lead.id })
  const code = cookies.find((cookie) => cookie.startsWith('firstwin-code=')) ?? ''
  const { workspaceId } = it
  await it.within((trx) =>
    trx
      .insertInto('identityProvider')
      .values({
        workspaceId,
        issuer: 'https://id.example.com',
        clientId: 'firstwin',
        clientSecret: 'sealed',
        required: true,
        changedAt: it.parts.clock.now(),
        provedAt: it.parts.clock.now(),
      })
      .execute(),
  )
  expect(await it.enter(code, it.codeFor(code))).toMatchObject({ status: 401 })
})
