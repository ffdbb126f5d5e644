import { expect, test } from 'vitest'
import { assignTasks } from '#app/plan/task/assign-tasks.server.ts'
import { removeMilestone } from '#app/plan/milestone/remove-milestone.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { moveTasks } from '#app/plan/task/move-tasks.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { removeTasks } from '#app/plan/task/remove-tasks.server.ts'
import { findRecentChange } from '#app/plan/undo/find-recent-change.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { loadPlan } from '#app/plan/core/plan-rows.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { activityOf, makePrivate } from '#tests/factories/adjusting.ts'
import { type Setting, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const by = (it: Setting, actor: Setting['lead'] | Setting['champion'] = it.lead) => ({ actor, scopeId: it.planId })

const tasksOf = async (it: Setting) => {
  const rows = await inWorkspace(it.parts.db, it.workspaceId, (trx) => loadPlan(trx, it.workspaceId, it.planId))
  return rows?.tasks ?? []
}
const ownersOf = async (it: Setting) =>
  Object.fromEntries((await tasksOf(it)).map(({ id, owner }) => [id, owner?.name ?? null]))

const undoLast = async (it: Setting) => {
  const { entries } = await activityOf(it, it.lead)
  const number = entries.find(({ mayBeUndone }) => mayBeUndone)?.number ?? 0
  return runCommand(it.parts, undoChange, { ...by(it), input: { number } })
}

/** What the plan page offers to take back, in words. */
const offeredTo = async (it: Setting) => {
  const { parts, lead, planId } = it
  const standings = await inWorkspace(parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, lead, planId))
  return (await findRecentChange(parts, { actor: lead, standings }, planId))?.words
}

test('several tasks get one owner in one change, which one undo takes back', async () => {
  const it = await setUp()
  const { legal = '', sign = '', build = '' } = it.taskIds
  const before = await ownersOf(it)
  const owner = `member:${it.teammate.id}`
  await runCommand(it.parts, assignTasks, { ...by(it), input: { taskIds: [legal, sign, build], owner } })
  const name = (await ownersOf(it))[legal]
  expect(await ownersOf(it)).toEqual({ ...before, [legal]: name, [sign]: name, [build]: name })
  const { entries } = await activityOf(it, it.champion)
  expect(entries.slice(0, 3).map(({ changes }) => changes[0]?.after)).toEqual([name, name, name])
  await undoLast(it)
  expect(await ownersOf(it)).toEqual(before)
})

test('what is offered to be undone counts the other tasks once, and nothing but tasks', async () => {
  const it = await setUp()
  const { legal = '', sign = '', build = '' } = it.taskIds
  const [milestoneId = '', tasksTo = ''] = it.milestoneIds
  await runCommand(it.parts, completeTask, { ...by(it), input: { taskId: sign, withEarlier: 'yes' } })
  expect(await offeredTo(it)).toBe('You checked off “Agree on the scope” and 2 other tasks')
  await undoLast(it)
  expect(await offeredTo(it)).toBe('You undid the change to “Agree on the scope” and 2 other tasks')
  const owner = `member:${it.teammate.id}`
  await runCommand(it.parts, assignTasks, { ...by(it), input: { taskIds: [legal, sign], owner } })
  expect(await offeredTo(it)).toBe('You changed “Contract at Legal” and 1 other task')
  const move = (taskIds: string[], after?: null) =>
    runCommand(it.parts, moveTasks, { ...by(it), input: { taskIds, milestoneId, after } })
  await move([legal, sign])
  expect(await offeredTo(it)).toBe('You moved “Contract at Legal” and 1 other task to the milestone “Goals agreed”')
  await move([legal, sign], null)
  expect(await offeredTo(it)).toBe('You moved “Contract at Legal” and 1 other task within their milestone')
  await move([sign, build])
  expect(await offeredTo(it)).toBe('You moved “Sign the contract” and 1 other task')
  await runCommand(it.parts, removeMilestone, { ...by(it), input: { milestoneId, tasksTo } })
  await undoLast(it)
  expect(await offeredTo(it)).toBe('You undid the change to “Goals agreed”')
})

test('an owner that someone changed meanwhile is not overwritten, and the refusal names the task', async () => {
  const it = await setUp()
  const { legal = '', sign = '' } = it.taskIds
  const give = (taskIds: string[], owner: string, seenOwners?: string[]) =>
    runCommand(it.parts, assignTasks, { ...by(it), input: { taskIds, owner, ownerName: 'Their auditor', seenOwners } })
  await give([legal], 'else')
  const seen = [`${legal} placeholder:Somebody else`, `${sign} `]
  const { status, message } = await refusalOf(give([legal, sign], `member:${it.teammate.id}`, seen))
  expect([status, message]).toEqual([409, expect.stringContaining('“Contract at Legal” is now owned by')])
  // What is wanted is there already.
  expect(await statusOf(give([legal], 'placeholder:Their auditor', seen))).toBe(200)
})

test('several tasks are deleted in one change: what waited for them waits for what they waited for, and one undo brings all back', async () => {
  const [one, several] = [await setUp(), await setUp()]
  const titles = ({ taskIds }: Setting) => Object.fromEntries(Object.entries(taskIds).map(([key, id]) => [id, key]))
  const linksOf = async (it: Setting) => {
    const keyOf = titles(it)
    return (await tasksOf(it)).map(({ id, dependsOn }) => [
      keyOf[id],
      dependsOn.map(({ task, lagDays, type }) => [keyOf[task], lagDays, type]).sort(),
    ])
  }
  const before = await linksOf(several)
  const { sign = '', build = '' } = several.taskIds
  const { termsVersion } = await planOf(several)
  await runCommand(several.parts, removeTasks, { ...by(several), input: { taskIds: [build, sign] } })
  expect(await offeredTo(several)).toBe('You deleted “Sign the contract” and 1 other task')
  for (const key of ['sign', 'build'])
    await runCommand(one.parts, removeTask, { ...by(one), input: { taskId: one.taskIds[key] } })
  expect(await linksOf(several)).toEqual(await linksOf(one))
  expect((await planOf(several)).termsVersion).toBe(termsVersion + 1)
  await undoLast(several)
  expect(await linksOf(several)).toEqual(before)
})

test('what the other side keeps to itself, or is on another plan, is neither assigned nor deleted', async () => {
  const it = await setUp()
  const other = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const { build = '', legal = '' } = it.taskIds
  const before = await tasksOf(it)
  for (const taskIds of [[legal, build], [legal, other.taskIds['legal']], []]) {
    const order = { ...by(it, it.champion), input: { taskIds, owner: '' } }
    const status = taskIds.length > 0 ? 404 : 422
    expect(await statusOf(runCommand(it.parts, removeTasks, order))).toBe(status)
    expect(await statusOf(runCommand(it.parts, assignTasks, order))).toBe(status)
  }
  expect(await tasksOf(it)).toEqual(before)
})
