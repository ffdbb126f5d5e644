import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { testDatabase } from '#tests/harness/database.ts'

test('asking for a link says when emails are delayed, for known and unknown addresses alike, until one is sent again', async () => {
  const it = await makePlanWithSignIn()
  const { ownerDb } = await testDatabase()
  const known = await it.addressOf(it.plan.champion.id)
  const told = async () => {
    it.context.network = newId()
    const answers = [await it.ask({ email: known }), await it.ask({ email: `${newId()}@halden.example` })]
    await it.work()
    return answers.map(({ body }) => body)
  }
  const both = (isLate: boolean) => [expect.objectContaining({ isLate }), expect.objectContaining({ isLate })]
  expect(await told()).toEqual(both(false))
  // The mail service is down: the emails are tried again and again.
  for (const minutes of [2, 70]) {
    await sql`update pgboss.job set state = 'retry', created_on = now() - make_interval(mins => ${minutes}::int)
      where name = 'send-notice' and priority > 0`.execute(ownerDb)
    expect(await told(), `for ${minutes} minutes`).toEqual(both(true))
  }
  const sent = await it.parts.boss.send('send-notice', { workspaceId: it.workspaceId, noticeId: newId() })
  await sql`update pgboss.job set state = 'completed', completed_on = now() where id = ${sent}::uuid`.execute(ownerDb)
  expect(await told()).toEqual(both(false))
})

test('a link whose time ran out while mail was down has its whole time again when its email leaves', async () => {
  const it = await makePlanWithSignIn()
  const resend = await startLocalResend()
  it.parts.environment.resendBaseUrl = resend.baseUrl
  const asked = it.parts.clock.now().getTime()
  const after = (minutes: number) => it.parts.clock.set(new Date(asked + minutes * 60_000))
  await it.ask({ email: await it.addressOf(it.plan.champion.id) })
  await it.work()
  const [notice] = await it.mailTo(await it.addressOf(it.plan.champion.id))
  const send = () => sendNotice(it.parts, it.workspaceId, notice?.id ?? '')
  resend.refuse(1)
  await expect(send()).rejects.toThrow()
  after(3 * 60)
  await send()
  // The service compares a later attempt with the first one by its key.
  expect(resend.attempts).toHaveLength(2)
  expect(resend.attempts[1]).toEqual(resend.attempts[0])
  const link = notice?.link ?? ''
  expect(resend.attempts[1]?.text).toContain(link)
  after(3 * 60 + 16)
  expect((await it.open(link)).status).toBe(401)
  after(3 * 60 + 14)
  expect((await it.open(link)).status).toBe(200)
})
