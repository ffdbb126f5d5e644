import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { atTheDoor } from '#tests/factories/doors.ts'
import { testDatabase } from '#tests/harness/database.ts'

test('asking for a link says when emails are delayed, for known and unknown addresses alike, until one is sent again', async () => {
  const it = await atTheDoor()
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
  await sql`update pgboss.job set state = 'retry', created_on = now() - interval '2 minutes'
    where name = 'send-notice' and priority > 0`.execute(ownerDb)
  expect(await told()).toEqual(both(true))
  const sent = await it.parts.boss.send('send-notice', { workspaceId: it.workspaceId, noticeId: newId() })
  await sql`update pgboss.job set state = 'completed', completed_on = now() where id = ${sent}::uuid`.execute(ownerDb)
  expect(await told()).toEqual(both(false))
})
