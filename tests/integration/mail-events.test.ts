import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import * as choices from '#app/daily/choices/email-choices.page.tsx'
import { newId } from '#app/kit/ids.ts'
import { action as takeMessage, loader } from '#app/notices/delivery/mail-events.route.ts'
import { emailChoicesToken } from '#app/outbox/email-choices-token.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { signedMessage } from '#tests/factories/mail-service.ts'
import { testNow } from '#tests/factories/now.ts'
import { mailReader as address, sendingMail as stage } from '#tests/factories/sending-mail.ts'

// The library that verifies signatures asks the system for the time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(testNow) })
})
afterAll(() => {
  vi.useRealTimers()
})

const forGood = { bounce: { type: 'Permanent', subType: 'General', message: 'No such user' } }

test('an email names itself to the mail service by our ids, and is known as delivered once it says so', async () => {
  const { resend, send, tell, noticeOf, workspaceId } = await stage()
  const id = await send()
  expect(resend.attempts[0]?.tags).toEqual([
    { name: 'workspace', value: workspaceId },
    { name: 'notice', value: id },
  ])
  expect(await noticeOf(id)).toMatchObject({ state: 'sent', mailId: 'email-1', deliveredAt: null })
  expect(await tell(id, 'delivered')).toEqual({ status: 200, body: { result: 'taken' } })
  expect(await noticeOf(id)).toMatchObject({ deliveredAt: new Date(testNow), messageId: '<one@mail.example>' })
})

test('nothing more is sent to an address that emails come back from, and the notice says why', async () => {
  const { resend, send, signIn, tell, noticeOf, blocked, lines } = await stage()
  const first = await send()
  await tell(first, 'bounced', { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'Later' } })
  expect(await blocked(), 'a full mailbox').toEqual([])
  await tell(first, 'bounced', forGood)
  expect(await blocked()).toEqual([{ address, reason: 'bounced' }])
  const [later, link] = [await send(), await send(signIn)]
  expect(resend.attempts).toHaveLength(1)
  for (const id of [later, link])
    expect(await noticeOf(id)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('came back') as string,
    })
  expect(lines.join('\n'), 'addresses stay out of the log').not.toContain(address)
})

test('after a day a sign-in link is tried again, so that no one is locked out for good', async () => {
  const { parts, resend, send, signIn, tell } = await stage()
  await tell(await send(), 'bounced', forGood)
  parts.clock.set('2026-06-18T08:00:00Z')
  await send()
  expect(resend.attempts).toHaveLength(1)
  await send(signIn)
  expect(resend.attempts).toHaveLength(2)
})

test('an address from which emails came back works again once a later email has arrived there, not an earlier one', async () => {
  const { parts, send, signIn, tell, blocked } = await stage()
  const at = (time: string) => {
    parts.clock.set(time)
    vi.setSystemTime(new Date(time))
  }
  const [earlier, other] = [await send(), await send()]
  at('2026-06-17T09:00:00Z')
  await tell(other, 'bounced', forGood)
  await tell(earlier, 'delivered')
  expect(await blocked()).toEqual([{ address, reason: 'bounced' }])
  at('2026-06-18T10:00:00Z')
  await tell(await send(signIn), 'delivered')
  expect(await blocked()).toEqual([])
  at(testNow)
})

test('who calls an email spam gets only the sign-in links they ask for, until they choose emails again', async () => {
  const { parts, resend, send, signIn, tell, blocked, workspaceId, champion, context } = await stage()
  await tell(await send(), 'complained')
  expect(await blocked()).toEqual([{ address, reason: 'complained' }])
  await send()
  expect(resend.attempts).toHaveLength(1)
  await send(signIn)
  expect(resend.attempts).toHaveLength(2)

  const token = emailChoicesToken(parts.environment, { workspaceId, readerId: champion.id })
  const choose = (fields: Record<string, string>) =>
    choices.action({
      request: new Request(`http://localhost:3000/emails/${token}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
      }),
      params: { choices: token },
      context,
    })
  await choose({ 'List-Unsubscribe': 'One-Click' })
  expect(await blocked(), 'one click to end them is no wish for more').toHaveLength(1)
  await choose({ intent: 'choose-emails', idempotencyKey: newId(), rhythm: 'daily', timeZone: '', topics: 'tasks' })
  expect(await blocked()).toEqual([])
  await send()
  expect(resend.attempts).toHaveLength(3)
})

test('who is invited again is tried again, unless they complained', async () => {
  const { parts, blocked, lead, planId, viewer, within } = await stage()
  const { email } = await within((trx) =>
    trx.selectFrom('participant').select('email').where('id', '=', viewer.id).executeTakeFirstOrThrow(),
  )
  const invite = () =>
    runCommand(parts, inviteParticipant, {
      actor: lead,
      scopeId: planId,
      input: { name: viewer.name, email, role: 'viewer' },
    })
  const block = (reason: string) =>
    within((trx) =>
      trx
        .insertInto('blockedAddress')
        .values({ workspaceId: lead.workspaceId, address: email, reason, since: parts.clock.now() })
        .execute(),
    )
  await block('bounced')
  await invite()
  expect(await blocked()).toEqual([])
  await block('complained')
  await invite()
  expect(await blocked()).toEqual([{ address: email, reason: 'complained' }])
})

test('the same message is taken once, and a late one blocks no one again', async () => {
  const { send, tell, blocked, within } = await stage()
  const id = await send()
  expect((await tell(id, 'bounced', forGood, 'msg_1')).body).toEqual({ result: 'taken' })
  await within((trx) => trx.deleteFrom('blockedAddress').execute())
  expect((await tell(id, 'bounced', forGood, 'msg_1')).body).toEqual({ result: 'taken before' })
  expect(await blocked()).toEqual([])
})

test('a message with a wrong, old or missing signature changes nothing, is refused and logged without it', async () => {
  const { parts, send, ask, aboutNotice, blocked, lines } = await stage()
  const told = await aboutNotice(await send(), 'bounced', forGood)
  const now = parts.clock.now()
  const right = signedMessage('msg_2', now, told)
  const wrong: Record<string, RequestInit> = {
    'another secret': signedMessage(
      'msg_2',
      now,
      told,
      `whsec_${Buffer.from('another secret, as long').toString('base64')}`,
    ),
    'an old one': signedMessage('msg_2', new Date('2026-06-17T07:54:00Z'), told),
    'one of the future': signedMessage('msg_2', new Date('2026-06-17T08:06:00Z'), told),
    'another body': { ...right, body: `${String(right.body)} ` },
    'another id': { ...right, headers: { ...(right.headers as Record<string, string>), 'svix-id': 'msg_3' } },
    'no signature': { ...right, headers: {} },
  }
  for (const [what, init] of Object.entries(wrong)) expect((await ask(init)).status, what).toBe(401)
  expect(await blocked()).toEqual([])
  const said = lines.filter((line) => line.includes('was refused'))
  expect(said).toHaveLength(Object.keys(wrong).length)
  for (const line of said) for (const secret of ['v1,', 'msg_2', address]) expect(line).not.toContain(secret)
  expect((await ask(right)).status).toBe(200)
})

test('an email that is not known, or not ours, is answered so that it is not told again', async () => {
  const { parts, send, tell, ask, aboutNotice, blocked, lines } = await stage()
  const id = await send()
  const now = parts.clock.now()
  const other = await stage()
  expect((await tell(id, 'bounced', { ...forGood, email_id: 'another' })).body).toEqual({ result: 'unknown email' })
  for (const ids of [
    { workspace: other.workspaceId, notice: id },
    { workspace: newId(), notice: id },
  ]) {
    const told = await aboutNotice(id, 'bounced', { ...forGood, tags: ids })
    expect(await ask(signedMessage(newId(), now, told))).toEqual({ status: 200, body: { result: 'unknown email' } })
  }
  expect(await blocked()).toEqual([])
  expect(lines.filter((line) => line.includes('not known here'))).toHaveLength(3)
  const untagged = await aboutNotice(id, 'bounced', { ...forGood, tags: {} })
  expect((await ask(signedMessage(newId(), now, untagged))).body).toEqual({ result: 'not of interest' })
})

test('an installation without the secret takes no messages, and the endpoint is for posts', async () => {
  const { parts, send, ask, aboutNotice, context } = await stage({ hasSecret: false })
  const told = await aboutNotice(await send(), 'delivered')
  expect((await ask(signedMessage(newId(), parts.clock.now(), told))).status).toBe(404)
  expect(loader().status).toBe(405)
  expect(
    (
      await takeMessage({
        request: new Request('http://localhost:3000/api/mail-events', { method: 'PUT' }),
        params: {},
        context,
      })
    ).status,
  ).toBe(405)
})
