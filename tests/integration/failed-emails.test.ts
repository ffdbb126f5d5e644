import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listFailedEmails } from '#app/notices/failed/failed-email-queries.server.ts'
import { sendEmailAgain } from '#app/notices/failed/send-email-again.server.ts'
import { takeMailEvent } from '#app/notices/delivery/take-mail-event.server.ts'
import { newId } from '#app/kit/ids.ts'
import { blockedWords } from '#app/notices/sending-words.ts'
import { planLinks } from '#app/kit/paths.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { waitForTurn } from '#app/notices/wait-for-turn.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { erasing } from '#tests/factories/erasing.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function stage() {
  const it = await erasing()
  const { parts, plan, workspaceId } = it
  const invite = async (email: string) => {
    const input = { name: 'Ines Roth', email, role: 'contributor' }
    await runCommand(parts, inviteParticipant, { ...it.order(plan.lead), input })
    return it.within((trx) =>
      trx.selectFrom('notice').select('id').where('toAddress', '=', email).executeTakeFirstOrThrow(),
    )
  }
  const noticeOf = (id: string) =>
    it.within((trx) => trx.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const again = (noticeId: string, actor: typeof it.admin | typeof plan.lead = it.admin) =>
    runCommand(parts, sendEmailAgain, { actor, scopeId: workspaceId, input: { noticeId } })
  const jobs = async (id: string) => {
    const all = await parts.boss.findJobs<{ noticeId: string }>('send-notice', { data: { noticeId: id } })
    return all.length
  }
  return { ...it, invite, noticeOf, again, jobs }
}

test('an email that the service refuses for good is not tried again, and admins can read it and send it again', async () => {
  const it = await stage()
  const { parts, workspaceId, resend } = it
  const { id } = await it.invite('ines.roth@halden.example')
  resend.refuse(1, { statusCode: 422, name: 'validation_error' })
  await sendNotice(parts, workspaceId, id)
  expect(await it.noticeOf(id)).toMatchObject({ state: 'failed', failure: 'validation_error: Not now' })
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toHaveLength(1)
  expect(await listFailedEmails(parts, workspaceId)).toMatchObject([
    {
      id,
      kind: 'invitation',
      to: 'ines.roth@halden.example',
      failure: 'validation_error: Not now',
      help: 'send again',
    },
  ])

  const before = await it.jobs(id)
  parts.clock.set('2026-06-19T08:00:00Z')
  await it.again(id)
  expect(await it.jobs(id)).toBe(before + 1)
  await sendNotice(parts, workspaceId, id)
  expect(await it.noticeOf(id)).toMatchObject({ state: 'sent', failure: null })
  expect(resend.attempts[1]).toMatchObject({ idempotencyKey: id, text: resend.attempts[0]?.text })
  expect(await listFailedEmails(parts, workspaceId)).toEqual([])
  const link = (await it.mailTo('ines.roth@halden.example'))[0]?.link ?? ''
  parts.clock.set('2026-07-02T08:00:00Z')
  expect((await it.open(link)).status, 'its link has its whole time from then').toBe(200)
  await expect(it.again(id)).rejects.toMatchObject({ status: 409 })
})

test('an email that the service took and did not send is sent again under another key, one that it never took under the same', async () => {
  const it = await stage()
  const { parts, workspaceId, resend } = it
  const { id } = await it.invite('olga.roth@halden.example')
  await sendNotice(parts, workspaceId, id)
  const [first] = resend.attempts
  const { mailId } = await it.noticeOf(id)
  const tell = (what: 'failed' | 'delivered', mail: string | null) =>
    takeMailEvent(parts, newId(), { workspaceId, noticeId: id, mailId: mail ?? '', messageId: null, what })
  await tell('failed', mailId)
  expect(await it.noticeOf(id)).toMatchObject({ state: 'failed' })
  parts.clock.set('2026-06-17T09:00:00Z')
  await it.again(id)
  resend.refuse(1, { statusCode: 500, name: 'internal_server_error' })
  await expect(sendNotice(parts, workspaceId, id)).rejects.toThrow()
  await sendNotice(parts, workspaceId, id)
  const [, refused, again] = resend.attempts
  expect(again?.idempotencyKey).not.toBe(first?.idempotencyKey)
  expect(again?.idempotencyKey, 'tried again, it keeps the new one').toBe(refused?.idempotencyKey)
  const sent = await it.noticeOf(id)
  expect(sent.state).toBe('sent')
  expect(await tell('failed', mailId), 'of the first one').toBe('unknown email')
  expect(await tell('delivered', sent.mailId)).toBe('taken')
})

test('an email that is sent again keeps its key when the webhook comes before the answer', async () => {
  const it = await stage()
  const { parts, workspaceId, resend } = it
  const { id } = await it.invite('olga.roth@halden.example')
  resend.refuse(1, { statusCode: 422, name: 'validation_error' })
  await sendNotice(parts, workspaceId, id)
  await it.again(id)
  // The service took it, and its answer was lost: its webhook comes first.
  const tell = (what: 'sent' | 'delivered') =>
    takeMailEvent(parts, newId(), { workspaceId, noticeId: id, mailId: 'mail-1', messageId: null, what })
  await tell('sent')
  resend.refuse(1, { statusCode: 500, name: 'internal_server_error' })
  await expect(sendNotice(parts, workspaceId, id)).rejects.toThrow()
  expect(resend.attempts.map(({ idempotencyKey }) => idempotencyKey)).toEqual([id, id])
  await tell('delivered')
  expect(await it.noticeOf(id)).toMatchObject({ state: 'sent', failure: null })
})

test('the email of a day that has passed is not sent, also not again', async () => {
  const it = await stage()
  const { parts, workspaceId, resend } = it
  const { id } = await it.invite('pia.lind@halden.example')
  await it.within((trx) => trx.updateTable('notice').set({ kind: 'daily' }).where('id', '=', id).execute())
  parts.clock.set('2026-06-18T08:00:00Z')
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toEqual([])
  expect(await it.noticeOf(id)).toMatchObject({
    ...{ state: 'failed', failure: expect.stringContaining('out of date') as string },
  })
  expect(await listFailedEmails(parts, workspaceId)).toMatchObject([{ help: null }])
  await expect(it.again(id)).rejects.toMatchObject({ status: 404 })
})

test.each([
  { statusCode: 429, name: 'rate_limit_exceeded' },
  { statusCode: 500, name: 'internal_server_error' },
  { statusCode: 403, name: 'invalid_api_key' },
])('an email waits on after $statusCode $name', async (refusal) => {
  const it = await stage()
  const { id } = await it.invite('jan.vos@halden.example')
  it.resend.refuse(1, refusal)
  await expect(sendNotice(it.parts, it.workspaceId, id)).rejects.toThrow()
  expect((await it.noticeOf(id)).state).toBe('waiting')
  await sendNotice(it.parts, it.workspaceId, id)
  expect((await it.noticeOf(id)).state).toBe('sent')
})

test('only admins send a failed email again, and no code or link to sign in with', async () => {
  const it = await stage()
  const { id } = await it.invite('ida.berg@halden.example')
  await it.within((trx) => trx.updateTable('notice').set({ state: 'failed' }).where('id', '=', id).execute())
  await expect(it.again(id, it.plan.lead)).rejects.toMatchObject({ status: 403 })
  await it.within((trx) => trx.updateTable('notice').set({ kind: 'sign-in' }).where('id', '=', id).execute())
  await expect(it.again(id)).rejects.toMatchObject({ status: 404 })
  expect(await listFailedEmails(it.parts, it.workspaceId)).toMatchObject([{ help: null }])
})

test('each failed email names its reader and what helps: to correct an address from which emails come back, or another version', async () => {
  const it = await stage()
  const { parts, workspaceId, plan } = it
  const address = 'uma.brand@halden.example'
  const { id } = await it.invite(address)
  const set = (values: { state: string; failure: string | null }) =>
    it.within((trx) => trx.updateTable('notice').set(values).where('id', '=', id).execute())
  const listed = () => listFailedEmails(parts, workspaceId)
  await set({ state: 'set-aside', failure: 'facts.text: Required' })
  expect(await listed()).toMatchObject([
    {
      ...{ name: 'Ines Roth', to: address, help: null, failure: expect.stringContaining('can’t read it') as string },
      plan: { path: planLinks(plan.planId).plan, account: 'Halden Foods' },
    },
  ])
  await set({ state: 'failed', failure: blockedWords.bounced })
  await it.within((trx) =>
    trx
      .insertInto('blockedAddress')
      .values({ workspaceId, address, reason: 'bounced', since: parts.clock.now() })
      .execute(),
  )
  expect(await listed()).toMatchObject([
    { help: { correctOn: planLinks(plan.planId).invite }, failure: blockedWords.bounced },
  ])
})

test('all processes together hand no more emails to the service than it takes in a second', async () => {
  const { appUrl } = await testDatabase()
  const it = await stage()
  const dbs = [createDatabase(appUrl, { max: 2 }), createDatabase(appUrl, { max: 2 })]
  const turns: number[] = []
  const take = async (db: Database) => {
    await waitForTurn({ db, environment: { ...it.parts.environment, resendPerSecond: 20 } })
    turns.push(performance.now())
  }
  await Promise.all(dbs.flatMap((db) => Array.from({ length: 20 }, () => take(db))))
  await Promise.all(dbs.map((db) => db.destroy()))
  const [first = 0, ...later] = turns.sort((a, b) => a - b)
  expect(later).toHaveLength(39)
  expect((later.at(-1) ?? 0) - first, 'forty at twenty a second').toBeGreaterThan(1_900)
})

test('an email whose turn is far away is left to a later attempt, and takes no turn', async () => {
  const it = await stage()
  const { ownerDb } = await testDatabase()
  const slow = { db: it.parts.db, environment: { ...it.parts.environment, resendPerSecond: 2 } }
  const turn = sql<{ expire: number }>`update limits.attempt set expire = extract(epoch from now()) * 1000 + 21000
    where key like 'turn %' returning expire`
  await waitForTurn(slow)
  const away = await turn.execute(ownerDb)
  await expect(waitForTurn(slow)).rejects.toThrow('waited for its turn')
  expect((await sql`select expire from limits.attempt where key like 'turn %'`.execute(ownerDb)).rows).toEqual(
    away.rows,
  )
  await sql`delete from limits.attempt where key like 'turn %'`.execute(ownerDb)
})
