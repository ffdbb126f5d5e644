import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { forgetOld } from '#app/jobs/forget-old.server.ts'
import { startWorker } from '#app/jobs/start-worker.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function stage() {
  const { db, appUrl } = await testDatabase()
  const resend = await startLocalResend()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, resendBaseUrl: resend.baseUrl } }
  const plan = await makePlan(db)
  const { workspaceId } = plan
  const invite = async (email: string) => {
    const { result } = await runCommand(parts, inviteParticipant, {
      actor: plan.champion,
      scopeId: plan.planId,
      input: { name: 'Ines Roth', email, role: 'viewer' },
    })
    const notice = await inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('notice').selectAll().where('toAddress', '=', email).executeTakeFirstOrThrow(),
    )
    return { participantId: result.participantIds[0] ?? '', noticeId: notice.id }
  }
  const noticeOf = (noticeId: string) =>
    inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('notice').selectAll().where('id', '=', noticeId).executeTakeFirstOrThrow(),
    )
  return { db, parts, resend, plan, workspaceId, invite, noticeOf }
}

test('an email that was refused is sent again with the same body under the same key, and marked sent once', async () => {
  const { parts, resend, workspaceId, invite, noticeOf } = await stage()
  const { noticeId } = await invite('ines@halden.example')
  resend.refuse(1)
  await expect(sendNotice(parts, workspaceId, noticeId)).rejects.toThrow('Not now')
  expect(await noticeOf(noticeId)).toMatchObject({ state: 'waiting', failure: expect.stringContaining('Not now') })
  parts.clock.set('2026-06-17T09:00:00Z')
  await sendNotice(parts, workspaceId, noticeId)
  await sendNotice(parts, workspaceId, noticeId)
  const [first, second, ...rest] = resend.attempts
  expect(rest).toEqual([])
  expect(second).toEqual(first)
  expect(first).toMatchObject({ idempotencyKey: noticeId })
  expect(first?.text).toMatch(/http:\/\/localhost:3000\/link\/[\w.-]+/)
  expect(await noticeOf(noticeId)).toMatchObject({ state: 'sent', failure: null })
})

test('what is kept of an email opens nothing', async () => {
  const { parts, resend, workspaceId, invite, noticeOf } = await stage()
  const { noticeId } = await invite('kept@halden.example')
  await sendNotice(parts, workspaceId, noticeId)
  const secret = /\/link\/[^.]+\.[^.]+\.([\w-]{43})/.exec(resend.attempts[0]?.text ?? '')?.[1]
  expect(secret).toBeDefined()
  expect(JSON.stringify(await noticeOf(noticeId))).not.toContain(secret)
})

test('after 23 hours an email is given up and never sent', async () => {
  const { parts, resend, workspaceId, invite, noticeOf } = await stage()
  const { noticeId } = await invite('late@halden.example')
  resend.refuse(1)
  await expect(sendNotice(parts, workspaceId, noticeId)).rejects.toThrow()
  parts.clock.set('2026-06-18T07:00:01Z')
  await sendNotice(parts, workspaceId, noticeId)
  expect(resend.attempts).toHaveLength(1)
  expect(await noticeOf(noticeId)).toMatchObject({ state: 'failed' })
})

test('no one who was taken off the plan meanwhile is written to', async () => {
  const { parts, resend, plan, workspaceId, invite, noticeOf } = await stage()
  const { participantId, noticeId } = await invite('gone@halden.example')
  await runCommand(parts, removeParticipant, {
    actor: plan.lead,
    scopeId: plan.planId,
    input: { participantId },
  })
  await sendNotice(parts, workspaceId, noticeId)
  expect(resend.attempts).toEqual([])
  expect(await noticeOf(noticeId)).toMatchObject({ state: 'unwanted' })
})

test('the worker sends a notice once, however many jobs ask for it', async () => {
  const { parts, resend, workspaceId, invite, noticeOf } = await stage()
  const { noticeId } = await invite('once@halden.example')
  for (let more = 0; more < 3; more++) await parts.boss.send('send-notice', { workspaceId, noticeId })
  const worker = await startWorker(parts)
  try {
    await expect.poll(async () => (await noticeOf(noticeId)).state).toBe('sent')
    expect((await parts.boss.getSchedules()).map((it) => it.name).sort()).toEqual([
      'collect-daily',
      'forget-old',
      'refresh-summaries',
      'requeue-notices',
    ])
    await expect.poll(() => openJobs(parts.db)).toBe(0)
  } finally {
    await worker.stop()
  }
  // Two jobs at the same moment may both send; the service recognises the key, and the bodies are equal.
  const ours = resend.attempts.filter((attempt) => attempt.idempotencyKey === noticeId)
  expect(new Set(ours.map((attempt) => JSON.stringify(attempt))).size).toBe(1)
})

const openJobs = async (db: Database) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pgboss.job
    where name = 'send-notice' and state in ('created', 'retry', 'active')`.execute(db)
  return rows[0]?.count
}

test('what can wait goes in one email a day and person', async () => {
  const { db, parts, resend, plan, workspaceId, noticeOf } = await stage()
  const { champion } = plan
  const write = (task: string) =>
    inWorkspace(db, workspaceId, (trx) =>
      writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'task-sent-back',
          facts: {
            workspace: 'Brightline',
            account: 'Halden Foods',
            project: 'Faster month-end close',
            name: champion.name,
            task,
            by: 'Sam Ortiz',
            reason: 'a page is missing',
            doBy: '2026-07-01',
          },
          to: { participantId: champion.id, address: 'champion@halden.example' },
          planId: plan.planId,
          link: { kind: 'return', planId: plan.planId },
        },
        parts.clock.now(),
      ),
    )
  const dailies = () =>
    inWorkspace(db, workspaceId, (trx) =>
      trx
        .selectFrom('notice')
        .select('id')
        .where('kind', '=', 'daily')
        .where('participantId', '=', champion.id)
        .orderBy('createdAt')
        .execute(),
    )
  await write('Contract at Legal')
  await write('Sign the contract')
  parts.clock.set('2026-06-17T05:59:00Z')
  await collectDaily(parts, workspaceId)
  expect(await dailies(), 'before seven in Berlin').toEqual([])
  parts.clock.set('2026-06-17T06:05:00Z')
  await collectDaily(parts, workspaceId)
  await write('Train the team')
  parts.clock.set('2026-06-17T15:00:00Z')
  await collectDaily(parts, workspaceId)
  const [first, ...more] = await dailies()
  expect(more).toEqual([])
  await sendNotice(parts, workspaceId, first?.id ?? '')
  expect(resend.attempts).toHaveLength(1)
  expect(resend.attempts[0]?.text).toMatch(/Contract at Legal[^]*Sign the contract/)
  expect(resend.attempts[0]?.text).toMatch(/http:\/\/localhost:3000\/link\//)
  expect(await noticeOf(first?.id ?? '')).toMatchObject({ state: 'sent' })
  parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(parts, workspaceId)
  expect(await dailies()).toHaveLength(2)
})

test('an invitation names the task that waits, as the plan stands when it is sent, and the day in full', async () => {
  const { db, parts, resend, plan, workspaceId } = await stage()
  const invited = await runCommand(parts, inviteParticipant, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: { name: 'Ida Moss', email: 'ida.moss@halden.example', role: 'contributor' },
  })
  const owner = { ownerPlaceholder: null, ownerParticipantId: invited.result.participantIds[0] ?? '' }
  await inWorkspace(db, workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set(owner)
      .where('id', '=', plan.taskIds['legal'] ?? '')
      .execute(),
  )
  const notice = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('notice').select('id').where('toAddress', '=', 'ida.moss@halden.example').executeTakeFirstOrThrow(),
  )
  await sendNotice(parts, workspaceId, notice.id)
  const text = resend.attempts[0]?.text.replace(/\s+/g, ' ')
  expect(text).toMatch(/Your first task: Contract at Legal, expected by \w+day, \d+ \w+\./)
})

test('a task is in the email once when it can start, with a link of its own, and not again day after day', async () => {
  const { db, parts, resend, plan, workspaceId } = await stage()
  await inWorkspace(db, workspaceId, async (trx) => {
    const tasks = Object.values(plan.taskIds)
    await trx
      .updateTable('task')
      .set({ doneOn: '2026-06-16' })
      .where('id', '=', plan.taskIds['scope'] ?? '')
      .execute()
    const mine = { ownerPlaceholder: null, ownerParticipantId: plan.contributor.id }
    await trx.updateTable('task').set(mine).where('side', '=', 'customer').where('id', 'in', tasks).execute()
  })
  const mornings = async (...days: string[]) => {
    for (const day of days) {
      parts.clock.set(`${day}T06:05:00Z`)
      await collectDaily(parts, workspaceId)
    }
    return inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('notice').selectAll().where('kind', '=', 'daily').orderBy('createdAt').execute(),
    )
  }
  const [first, ...others] = await mornings('2026-06-17', '2026-06-18', '2026-06-19', '2026-06-22', '2026-06-29')
  expect(others).toEqual([])
  expect(first).toMatchObject({ participantId: plan.contributor.id })
  // On its day: a day later it would not leave.
  parts.clock.set('2026-06-17T06:10:00Z')
  await sendNotice(parts, workspaceId, first?.id ?? '')
  const email = resend.attempts[0]
  expect(email?.text).toContain('Contract at Legal')
  expect(email?.text, 'what cannot begin yet').not.toContain('Sign the contract')
  expect(email?.text).toMatch(/http:\/\/localhost:3000\/link\//)

  // Once it is due it is mentioned again, and a week later while it stays so.
  await inWorkspace(db, workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ notAfter: '2026-07-10' })
      .where('id', '=', plan.taskIds['legal'] ?? '')
      .execute(),
  )
  const later = await mornings('2026-06-30', '2026-07-01', '2026-07-02', '2026-07-06', '2026-07-07', '2026-07-08')
  expect(later.map(({ createdAt }) => createdAt.toISOString().slice(0, 10))).toEqual([
    '2026-06-17',
    '2026-06-30',
    '2026-07-07',
  ])
})

test('the vendor’s private task is told to its owner alone, and no one off the plan is told about any', async () => {
  const { db, parts, plan, workspaceId } = await stage()
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx
      .updateTable('task')
      .set({ privateTo: 'vendor' })
      .where('id', '=', plan.taskIds['scope'] ?? '')
      .execute()
    await trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerParticipantId: plan.viewer.id })
      .where('id', '=', plan.taskIds['train'] ?? '')
      .execute()
    await trx
      .deleteFrom('taskLink')
      .where('taskId', '=', plan.taskIds['train'] ?? '')
      .execute()
  })
  await runCommand(parts, removeParticipant, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: { participantId: plan.viewer.id },
  })
  parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(parts, workspaceId)
  const dailies = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('notice').selectAll().where('kind', '=', 'daily').execute(),
  )
  expect(dailies).toMatchObject([{ memberId: plan.lead.id }])
})

test('the outcome of a repeated form is known for a week and then forgotten', async () => {
  const { parts, plan, workspaceId } = await stage()
  const invite = (name: string) =>
    runCommand(parts, inviteParticipant, {
      actor: plan.champion,
      scopeId: plan.planId,
      input: { name, email: 'week@halden.example', role: 'viewer' },
      idempotencyKey: 'one-form-of-one-page',
    })
  await invite('Ines Roth')
  parts.clock.set('2026-06-24T08:00:00Z')
  await forgetOld(parts, workspaceId)
  expect(await invite('Ines Roth')).toMatchObject({ repeated: true })
  parts.clock.set('2026-06-24T08:00:01Z')
  await forgetOld(parts, workspaceId)
  expect(await invite('Ines Roth')).toMatchObject({ repeated: false })
})
