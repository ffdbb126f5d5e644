import { expect, test } from 'vitest'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { objectToPlan } from '#app/plan/agreement/object-to-plan.server.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed } from '#tests/factories/agreeing.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { haldenPlan } from '#tests/factories/workspace.ts'

/** Emails of a day to the champion, the oldest first. */
const emailsTo = (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['id', 'state', 'facts'])
      .where('kind', '=', 'daily')
      .where('participantId', '=', it.champion.id)
      .orderBy('createdAt')
      .execute(),
  )

const objection = async (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select('state').where('kind', '=', 'plan-objected').executeTakeFirstOrThrow(),
  )

test('what the email of a day could not tell, since it never left, is told the next day', async () => {
  const it = await agreed()
  await runCommand(it.parts, objectToPlan, {
    ...{ actor: it.lead, scopeId: it.planId, input: { reason: 'Legal needs longer.' } },
  })
  it.parts.clock.set('2026-06-18T08:05:00Z')
  await collectDaily(it.parts, it.workspaceId)
  const [first] = await emailsTo(it)
  expect(JSON.stringify(first?.facts)).toContain('Legal needs longer.')
  expect((await objection(it)).state).toBe('sent')
  it.parts.clock.set('2026-06-19T08:05:00Z')
  await sendNotice(it.parts, it.workspaceId, first?.id ?? '')
  expect((await objection(it)).state).toBe('waiting')
  await collectDaily(it.parts, it.workspaceId)
  const [failed, second] = await emailsTo(it)
  expect([failed?.state, second?.state]).toEqual(['failed', 'waiting'])
  expect(JSON.stringify(second?.facts)).toContain('Legal needs longer.')
})

/** The champion’s only task, told in the morning’s email. @returns that email */
async function tellOfTask(it: Setting) {
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    await trx.deleteFrom('taskLink').where('workspaceId', '=', it.workspaceId).execute()
    await trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerParticipantId: it.champion.id })
      .where('id', '=', it.taskIds['legal'] ?? '')
      .execute()
  })
  it.parts.clock.set('2026-06-17T06:05:00Z')
  await collectDaily(it.parts, it.workspaceId)
  const [first] = await emailsTo(it)
  expect(first?.state).toBe('waiting')
  return first?.id ?? ''
}

test('tasks that an email named which never left are named again', async () => {
  const it = await setUp()
  const first = await tellOfTask(it)
  it.parts.clock.set('2026-06-18T06:05:00Z')
  await sendNotice(it.parts, it.workspaceId, first)
  await collectDaily(it.parts, it.workspaceId)
  expect((await emailsTo(it)).map(({ state }) => state)).toEqual(['failed', 'waiting'])
})

test('a task that is done before the email leaves is not in it', async () => {
  const it = await setUp()
  const first = await tellOfTask(it)
  const input = { taskId: it.taskIds['legal'] }
  await runCommand(it.parts, completeTask, { actor: it.champion, scopeId: it.planId, input })
  await sendNotice(it.parts, it.workspaceId, first)
  expect((await emailsTo(it)).map(({ state }) => state)).toEqual(['unwanted'])
})

test('who is on plans in two time zones is told in the morning of theirs, of the other plan too', async () => {
  const it = await setUp()
  const { parts, workspaceId, accountId, lead, champion } = it
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    await trx.deleteFrom('taskLink').where('workspaceId', '=', workspaceId).execute()
    await trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerParticipantId: champion.id })
      .where('id', '=', it.taskIds['legal'] ?? '')
      .execute()
    const other = haldenPlan({ workspaceId, accountId, leadId: lead.id, timeZone: 'America/New_York' })
    const { planId } = await insertPlan(trx, other, parts.clock.now())
    await trx
      .insertInto('planParticipant')
      .values({
        ...{ workspaceId, planId, participantId: champion.id, name: champion.name, role: 'contributor' },
        ...{ invitedAt: parts.clock.now(), joinedAt: parts.clock.now(), acceptedAt: parts.clock.now() },
      })
      .execute()
  })
  const countAt = async (at: string) => {
    parts.clock.set(at)
    await collectDaily(parts, workspaceId)
    return (await emailsTo(it)).length
  }
  expect(await countAt('2026-06-17T06:05:00Z'), 'two at night in New York').toBe(0)
  expect(await countAt('2026-06-17T12:05:00Z'), 'eight in the morning there').toBe(1)
})
