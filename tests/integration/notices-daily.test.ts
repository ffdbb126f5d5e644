import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { createLog } from '#app/kit/log.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { startWorker } from '#app/jobs/start-worker.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { type InsertedPlan, insertPlan } from '#app/plan/core/insert-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'
import { haldenPlan, makeParticipant, makePlan } from '#tests/factories/workspace.ts'
import { freshDatabase } from '#tests/harness/database.ts'

test('the hour’s look asks no more however many people have nothing new', async () => {
  const plan = await setUp()
  const { parts, workspaceId } = plan
  const { db } = parts
  const tasks = Object.values(plan.taskIds)
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx
      .updateTable('task')
      .set({ doneOn: '2026-06-16' })
      .where('id', 'in', [plan.taskIds['scope'] ?? '', plan.taskIds['build'] ?? ''])
      .execute()
    // Tasks without dependencies, so that each is due from someone now.
    await trx.deleteFrom('taskLink').where('taskId', 'in', tasks).execute()
  })
  const looks = async (day: string) => {
    parts.clock.set(`${day}T06:05:00Z`)
    const spied = vi.spyOn(pg.Client.prototype, 'query')
    await collectDaily(parts, workspaceId)
    const count = spied.mock.calls.length
    spied.mockRestore()
    return count
  }
  const told = () =>
    inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('notice').select('participantId').where('kind', '=', 'daily').execute(),
    )
  await looks('2026-06-17')
  const quiet = await looks('2026-06-18')
  const before = (await told()).length

  const open = ['legal', 'sign', 'train'].map((key) => plan.taskIds[key] ?? '')
  const people: string[] = []
  for (const [index, taskId] of open.entries()) {
    const seat = { planId: plan.planId, role: 'contributor' } as const
    const { id } = await makeParticipant(db, workspaceId, plan.accountId, { name: `Person ${index}`, seat })
    people.push(id)
    await inWorkspace(db, workspaceId, (trx) =>
      trx
        .updateTable('task')
        .set({ ownerPlaceholder: null, ownerParticipantId: id })
        .where('id', '=', taskId)
        .execute(),
    )
  }
  await looks('2026-06-19')
  const dailies = (await told()).slice(before).map(({ participantId }) => participantId)
  expect(dailies.sort()).toEqual(people.sort())
  expect(await looks('2026-06-19'), 'served today').toBeLessThan(quiet)
  expect(await looks('2026-06-22'), 'told before').toBeLessThanOrEqual(quiet + 1)
})

/** More plans of the same workspace, led by the same member. */
async function addPlans(plan: Setting, count: number): Promise<InsertedPlan[]> {
  const { workspaceId, accountId, lead, parts } = plan
  const added: InsertedPlan[] = []
  for (let n = 0; n < count; n++)
    added.push(
      await inWorkspace(parts.db, workspaceId, (trx) =>
        insertPlan(trx, haldenPlan({ workspaceId, accountId, leadId: lead.id, project: `Project ${n}` }), dayBefore),
      ),
    )
  return added
}

const dayBefore = new Date('2026-06-01T08:00:00Z')

const dailiesOf = ({ parts, workspaceId }: Setting, person: { memberId: string } | { participantId: string }) =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    let query = trx.selectFrom('notice').select('facts').where('kind', '=', 'daily').orderBy('createdAt')
    query =
      'memberId' in person
        ? query.where('memberId', '=', person.memberId)
        : query.where('participantId', '=', person.participantId)
    return (await query.execute()).map(({ facts }) => JSON.stringify(facts))
  })

test('a look when nothing can have become due costs a few queries, however many plans there are', async () => {
  const plan = await setUp()
  await addPlans(plan, 30)
  const look = async (at: string) => {
    plan.parts.clock.set(at)
    const spied = vi.spyOn(pg.Client.prototype, 'query')
    await collectDaily(plan.parts, plan.workspaceId)
    const { length } = spied.mock.calls
    spied.mockRestore()
    return length
  }
  expect(await look('2026-06-17T06:05:00Z')).toBeGreaterThan(15)
  expect(await look('2026-06-17T07:05:00Z')).toBeLessThanOrEqual(6)
  expect(await look('2026-06-17T20:05:00Z')).toBeLessThanOrEqual(6)
  expect(await look('2026-06-18T06:05:00Z'), 'another day').toBeGreaterThan(15)
})

test('each reader gets the email of a day from eight in the morning where they are, on a working day of their side', async () => {
  const plan = await setUp()
  const { parts, workspaceId } = plan
  // The customer’s plan is in Berlin, and does not work on Thursday; the vendor is in California.
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    await trx.updateTable('workspace').set({ timeZone: 'America/Los_Angeles' }).execute()
    await trx
      .updateTable('plan')
      .set({ customerCalendar: JSON.stringify({ closed: [{ from: '2026-06-18', to: '2026-06-18', why: '' }] }) })
      .execute()
    for (const [at, ownerParticipantId, ownerMemberId] of [
      [plan.taskIds['legal'], plan.champion.id, null],
      [plan.taskIds['build'], null, plan.lead.id],
    ] as const)
      await trx
        .updateTable('task')
        .set({ ownerPlaceholder: null, ownerParticipantId, ownerMemberId })
        .where('id', '=', at ?? '')
        .execute()
    await trx.deleteFrom('taskLink').where('workspaceId', '=', workspaceId).execute()
  })
  const counts = async (at: string) => {
    parts.clock.set(at)
    await collectDaily(parts, workspaceId)
    const [champion, lead] = [{ participantId: plan.champion.id }, { memberId: plan.lead.id }]
    return [(await dailiesOf(plan, champion)).length, (await dailiesOf(plan, lead)).length]
  }
  expect(await counts('2026-06-17T05:59:00Z')).toEqual([0, 0])
  expect(await counts('2026-06-17T06:01:00Z')).toEqual([1, 0])
  expect(await counts('2026-06-17T14:59:00Z')).toEqual([1, 0])
  expect(await counts('2026-06-17T15:01:00Z')).toEqual([1, 1])
  // News of the day waits over the customer’s day off.
  await runCommand(parts, completeTask, {
    actor: plan.champion,
    scopeId: plan.planId,
    input: { taskId: plan.taskIds['legal'] },
  })
  await runCommand(parts, sendBackTask, {
    actor: plan.lead,
    scopeId: plan.planId,
    input: { taskId: plan.taskIds['legal'], reason: 'Page two is missing.' },
  })
  expect(await counts('2026-06-18T08:01:00Z')).toEqual([1, 1])
  expect(await counts('2026-06-19T06:01:00Z')).toEqual([2, 1])
})

test('a plan that changed is looked at within the hour, and the email lists what waits on other plans too', async () => {
  const plan = await setUp()
  const { parts, workspaceId, planId, taskIds } = plan
  const [other] = await addPlans(plan, 1)
  // What waits for the teammate on the other plan was told on an earlier day.
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ ownerMemberId: plan.teammate.id, title: 'Told about before' })
      .where('id', '=', other?.taskIds['scope'] ?? '')
      .execute(),
  )
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .insertInto('planTeam')
      .values({ workspaceId, planId: other?.planId ?? '', memberId: plan.teammate.id })
      .execute(),
  )
  parts.clock.set('2026-06-15T06:05:00Z')
  await collectDaily(parts, workspaceId)
  parts.clock.set('2026-06-16T06:05:00Z')
  await collectDaily(parts, workspaceId)
  const before = await dailiesOf(plan, { memberId: plan.teammate.id })
  parts.clock.set('2026-06-16T09:00:00Z')
  await runCommand(parts, completeTask, {
    actor: plan.lead,
    scopeId: planId,
    input: { taskId: taskIds['scope'], doneOn: '2026-06-15' },
  })
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ ownerMemberId: plan.teammate.id, ownerPlaceholder: null, title: 'Begun to wait' })
      .where('id', '=', taskIds['legal'] ?? '')
      .execute(),
  )
  parts.clock.set('2026-06-16T09:05:00Z')
  await collectDaily(parts, workspaceId)
  const [told, ...more] = (await dailiesOf(plan, { memberId: plan.teammate.id })).slice(before.length)
  expect(told).toContain('Begun to wait')
  expect(told).toContain('Told about before')
  expect(more).toEqual([])
})

test('other work of the process gets its turn while many plans are looked at', async () => {
  const plan = await setUp()
  await addPlans(plan, 120)
  plan.parts.clock.set('2026-06-17T06:05:00Z')
  let turns = 0
  let isOver = false
  const turn = () => {
    turns++
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await collectDaily(plan.parts, plan.workspaceId)
  isOver = true
  // At least once after each plan, not only while a query is under way.
  expect(turns).toBeGreaterThan(120)
})

test('a workspace that fails keeps no other from its emails, and the failure is logged', async () => {
  const { db, appUrl } = await freshDatabase()
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const parts = { ...(await testParts(db, appUrl)), log }
  parts.clock.set('2026-06-17T06:05:00Z')
  const [bad, good] = [await makePlan(db), await makePlan(db)]
  for (const { workspaceId } of [bad, good])
    await db.insertInto('directory.workspace').values({ id: workspaceId }).execute()
  await inWorkspace(db, bad.workspaceId, (trx) =>
    trx.updateTable('workspace').set({ timeZone: 'Nowhere/At_All' }).execute(),
  )
  const worker = await startWorker(parts)
  try {
    await parts.boss.send('collect-daily', {})
    await expect.poll(() => dailiesOf({ ...good, parts }, { memberId: good.lead.id })).toHaveLength(1)
    await expect.poll(() => lines.join('\n')).toContain('a job failed and will be tried again')
  } finally {
    await worker.stop()
  }
})
