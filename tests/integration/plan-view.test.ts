import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { getTaskForEdit } from '#app/plan/task/task-form-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { readApart } from '#app/kit/reads.server.ts'
import type { MemberActor, ParticipantActor, SamplePlan } from '#tests/factories/workspace.ts'
import type { TestParts } from '#tests/factories/parts.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

const canary = 'Ask our lawyer about the discount'

let made: TestParts | undefined
async function setUp() {
  const { db, appUrl } = await testDatabase()
  const parts = (made ??= await testParts(db, appUrl))
  return { parts, ...(await makePlan(db)) }
}

async function readerOn(it: { parts: TestParts } & SamplePlan, actor: MemberActor | ParticipantActor) {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  return { actor, standings }
}

/** Parts that count the queries to the database, without the start and end of the transaction. */
function counting(parts: TestParts) {
  const asked: string[] = []
  const db = parts.db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(node.kind)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  return { parts: { ...parts, db, reads: readApart(db) }, asked }
}

test('the plan page says what matters, in order, with the dates of the engine', async () => {
  const it = await setUp()
  const view = await getPlanView(it.parts, await readerOn(it, it.champion), it.planId)
  expect(view.today).toBe('2026-06-17')
  expect(view.stages.map(({ stage }) => stage)).toEqual(['Discovery', 'Purchase', 'Implementation', 'Rollout', 'Value'])
  expect(view.stages.flatMap(({ milestones }) => milestones).map(({ goal }) => goal)).toEqual([
    null,
    null,
    null,
    'go-live',
    'win',
  ])
  expect(`${view.headline.lead} ${view.headline.stress}`).toMatch(
    /^To be live on 15 September, “Agree on the scope” must start by \d/,
  )
  expect(view.viewer).toMatchObject({
    side: 'customer',
    role: 'champion',
    may: { edit: true, agree: true, confirmWin: true },
  })
  expect(view.firstWin.confirmers).toEqual(['Priya Raman'])
  const reader = await getPlanView(it.parts, await readerOn(it, it.viewer), it.planId)
  expect(Object.values(reader.viewer.may)).not.toContain(true)
})

test('a private task never reaches the other side, but takes part in the schedule', async () => {
  const it = await setUp()
  const { result } = await runCommand(it.parts, addTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: {
      milestoneId: it.milestoneIds[1],
      title: canary,
      owner: 'else',
      ownerName: 'Secret counsel',
      side: 'vendor',
      durationDays: 40,
      private: 'yes',
      dependsOn: [{ task: it.taskIds['scope'], lagDays: 0 }],
    },
  })
  const { taskId } = result
  await runCommand(it.parts, editTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['sign'], dependsOn: [{ task: taskId, lagDays: 0 }] },
  })
  const theirs = await readerOn(it, it.champion)
  const seen = [
    await getPlanView(it.parts, theirs, it.planId),
    await getActivity(it.parts, theirs, it.planId),
    await getTaskForEdit(it.parts, theirs, it.planId, it.taskIds['sign'] ?? ''),
  ]
  const text = JSON.stringify(seen)
  for (const secret of [canary, 'Secret counsel', taskId]) expect(text).not.toContain(secret)
  expect(seen[0]).toMatchObject({ headline: { lead: expect.stringMatching(/Agree on the scope/) as string } })

  await expect(getTaskForEdit(it.parts, theirs, it.planId, taskId)).rejects.toMatchObject({ status: 404 })
  const complete = runCommand(it.parts, completeTask, { actor: it.champion, scopeId: it.planId, input: { taskId } })
  await expect(complete).rejects.toMatchObject({ status: 404 })

  const ours = await getPlanView(it.parts, await readerOn(it, it.teammate), it.planId)
  expect(JSON.stringify(ours)).toContain(canary)
  const [mine, other] = [ours, await getPlanView(it.parts, theirs, it.planId)]
  const dates = (view: typeof ours) =>
    view.stages.flatMap((s) => s.milestones.flatMap((m) => m.tasks.map((t) => t.dueOn)))
  expect(dates(other)).toEqual(dates(mine))
  expect(other.stages[1]?.milestones[0]?.tasks.find(({ hidden }) => hidden)).toMatchObject({
    title: '',
    owner: null,
    durationDays: 40,
    sentBack: null,
  })
  await runCommand(it.parts, completeTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['scope'] },
  })
  const next = await getPlanView(it.parts, theirs, it.planId)
  expect(next.headline.lead).toContain('a task of Brightline’s own')
})

test('someone who edits what waits for the other side’s private task does not undo that', async () => {
  const it = await setUp()
  const { sign, legal, scope } = it.taskIds
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ privateTo: 'vendor', side: 'vendor' })
      .where('id', '=', legal ?? '')
      .execute(),
  )
  await runCommand(it.parts, editTask, {
    actor: it.champion,
    scopeId: it.planId,
    input: { taskId: sign, dependsOn: [{ task: scope, lagDays: 2 }] },
  })
  const links = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('taskLink')
      .select('dependsOnId')
      .where('taskId', '=', sign ?? '')
      .execute(),
  )
  expect(links.map(({ dependsOnId }) => dependsOnId).sort()).toEqual([legal, scope].sort())
})

test('a plan page takes at most four queries and one more once it changed', async () => {
  const it = await setUp()
  const reader = await readerOn(it, it.champion)
  const page = counting(it.parts)
  await getPlanView(page.parts, reader, it.planId)
  expect(page.asked.filter((kind) => kind === 'SelectQueryNode').length).toBeLessThanOrEqual(4)

  // One more finds who made each change since the agreement, and when.
  for (const actor of [it.lead, it.champion])
    await runCommand(it.parts, agreePlan, { actor, scopeId: it.planId, input: { termsVersion: 1 } })
  for (const taskId of [it.taskIds['legal'], it.taskIds['build']])
    await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId, durationDays: 12 } })
  const changed = counting(it.parts)
  const { changedSinceAgreed } = await getPlanView(changed.parts, reader, it.planId)
  expect(changedSinceAgreed).toHaveLength(2)
  expect(changed.asked.filter((kind) => kind === 'SelectQueryNode').length).toBeLessThanOrEqual(5)
})

test('what changed since both agreed is named', async () => {
  const it = await setUp()
  for (const actor of [it.lead, it.champion])
    await runCommand(it.parts, agreePlan, { actor, scopeId: it.planId, input: { termsVersion: 1 } })
  await runCommand(it.parts, editTask, {
    actor: it.champion,
    scopeId: it.planId,
    input: { taskId: it.taskIds['legal'], durationDays: 12 },
  })
  const view = await getPlanView(it.parts, await readerOn(it, it.lead), it.planId)
  expect(view).toMatchObject({
    state: 'agreed',
    agreedOn: '2026-06-17',
    changedSinceAgreed: [{ title: 'Working days of “Contract at Legal”', before: '10', after: '12' }],
    lastChange: { by: 'Priya Raman' },
  })
  expect(view.agreements.map(({ side, current }) => [side, current])).toEqual([
    ['customer', false],
    ['vendor', false],
  ])
})
