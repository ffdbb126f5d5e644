import { expect, test } from 'vitest'
import { moveMilestone } from '#app/plan/milestone/move-milestone.server.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { removeMilestone } from '#app/plan/milestone/remove-milestone.server.ts'
import { splitMilestone } from '#app/plan/milestone/split-milestone.server.ts'
import { addTasks } from '#app/plan/task/add-tasks.server.ts'
import { moveTasks } from '#app/plan/task/move-tasks.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { loadPlan } from '#app/plan/core/plan-rows.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { activityOf, makePrivate } from '#tests/factories/adjusting.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

/** The plan as people read it: each milestone with its tasks. */
async function outlineOf(it: Setting): Promise<Record<string, string[]>> {
  const rows = await inWorkspace(it.parts.db, it.workspaceId, (trx) => loadPlan(trx, it.workspaceId, it.planId))
  return Object.fromEntries(
    (rows?.milestones ?? []).map(({ id, title }) => [
      title,
      (rows?.tasks ?? []).filter(({ milestoneId }) => milestoneId === id).map((task) => task.title),
    ]),
  )
}

type Person = Setting['lead'] | Setting['champion']

const by = (it: Setting, actor: Person = it.lead) => ({ actor, scopeId: it.planId })

const undo = async (it: Setting, actor: Person = it.lead) => {
  const { lastNumber } = await activityOf(it, actor)
  const entries = (await activityOf(it, actor)).entries
  const number = entries.find(({ mayBeUndone }) => mayBeUndone)?.number ?? lastNumber
  return runCommand(it.parts, undoChange, { ...by(it, actor), input: { number } })
}

/** A plan whose first milestone has the tasks A, B and C below its own. */
async function withTasks() {
  const it = await setUp()
  const [first = '', second = ''] = it.milestoneIds
  const { result } = await runCommand(it.parts, addTasks, {
    ...by(it),
    input: { milestoneId: first, titles: 'A\nB\nC' },
  })
  const [a = '', b = '', c = ''] = result.taskIds
  return { it, first, second, a, b, c }
}

test('a task goes below another one, to the top, or to the end of another milestone, and back by one undo', async () => {
  const { it, first, second, a, c } = await withTasks()
  const move = (input: object) => runCommand(it.parts, moveTasks, { ...by(it, it.lead), input })
  await move({ taskIds: [c], milestoneId: first, after: a })
  expect((await outlineOf(it))['Goals agreed']).toEqual(['Agree on the scope', 'A', 'C', 'B'])
  await move({ taskIds: [c], milestoneId: first, after: '' })
  expect((await outlineOf(it))['Goals agreed']).toEqual(['C', 'Agree on the scope', 'A', 'B'])
  const before = await outlineOf(it)
  await move({ taskIds: [c], milestoneId: second })
  expect(await outlineOf(it)).toMatchObject({
    'Goals agreed': ['Agree on the scope', 'A', 'B'],
    'Contract signed': ['Contract at Legal', 'Sign the contract', 'C'],
  })
  const [entry] = (await activityOf(it, it.champion)).entries
  expect(entry).toMatchObject({
    what: 'moved “C” to the milestone “Contract signed”',
    changes: [{ label: 'Milestone', before: 'Goals agreed', after: 'Contract signed' }],
  })
  await undo(it)
  expect(await outlineOf(it)).toEqual(before)
})

test('several tasks move at once and keep their order', async () => {
  const { it, second, a, c } = await withTasks()
  const input = { taskIds: [c, a], milestoneId: second, after: it.taskIds['legal'] }
  await runCommand(it.parts, moveTasks, { ...by(it), input })
  expect((await outlineOf(it))['Contract signed']).toEqual(['Contract at Legal', 'A', 'C', 'Sign the contract'])
  await undo(it)
  expect((await outlineOf(it))['Goals agreed']).toEqual(['Agree on the scope', 'A', 'B', 'C'])
})

test('a move to what is not there is refused, and changes nothing', async () => {
  const { it, first, a } = await withTasks()
  const other = await setUp()
  const before = await outlineOf(it)
  const move = (input: object, actor = it.lead) => runCommand(it.parts, moveTasks, { ...by(it, actor), input })
  expect(await statusOf(move({ taskIds: [a], milestoneId: other.milestoneIds[0] }))).toBe(404)
  expect(await statusOf(move({ taskIds: [other.taskIds['scope']], milestoneId: first }))).toBe(404)
  expect((await refusalOf(move({ taskIds: [], milestoneId: first }))).faults).toMatchObject([{ field: 'taskIds' }])
  const after = it.taskIds['legal']
  expect((await refusalOf(move({ taskIds: [a], milestoneId: first, after }))).faults).toMatchObject([
    { field: 'after', message: 'This task is no longer in that milestone.' },
  ])
  expect(await outlineOf(it)).toEqual(before)
})

test('the other side neither moves a private task nor places one beside it', async () => {
  const it = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const { build, train } = it.taskIds
  const move = (input: object) => runCommand(it.parts, moveTasks, { ...by(it), actor: it.champion, input })
  expect(await statusOf(move({ taskIds: [build], milestoneId: it.milestoneIds[0] }))).toBe(404)
  expect(await statusOf(move({ taskIds: [train], milestoneId: it.milestoneIds[2], after: build }))).toBe(422)
})

test('milestones change places within their stage; the goals stay last', async () => {
  const it = await setUp()
  const { result } = await runCommand(it.parts, addMilestone, {
    ...by(it),
    input: { stage: 'Rollout', title: 'Pilot done' },
  })
  const pilot = result.milestoneId
  const { result: second } = await runCommand(it.parts, addMilestone, {
    ...by(it),
    input: { stage: 'Rollout', title: 'Team trained' },
  })
  const move = (input: object) => runCommand(it.parts, moveMilestone, { ...by(it), input })
  await move({ milestoneId: second.milestoneId, after: '' })
  expect(Object.keys(await outlineOf(it)).slice(3, 6)).toEqual(['Team trained', 'Pilot done', 'Live'])
  const live = it.milestoneIds[3]
  expect(await statusOf(move({ milestoneId: pilot, after: live }))).toBe(422)
  expect(await statusOf(move({ milestoneId: live, after: '' }))).toBe(422)
  expect(await statusOf(move({ milestoneId: pilot, after: it.milestoneIds[0] }))).toBe(422)
  await undo(it)
  expect(Object.keys(await outlineOf(it)).slice(3, 6)).toEqual(['Pilot done', 'Team trained', 'Live'])
})

test('a milestone is split: the new one comes before it, with the tasks that were selected', async () => {
  const { it, first, a, b } = await withTasks()
  const before = await outlineOf(it)
  const split = (input: object) => runCommand(it.parts, splitMilestone, { ...by(it), input })
  const all = [it.taskIds['scope'], a, b, ...(await withTasks()).it.milestoneIds.slice(0, 1)]
  expect(await statusOf(split({ milestoneId: first, title: 'Team named', taskIds: [] }))).toBe(422)
  expect(await statusOf(split({ milestoneId: first, title: 'Team named', taskIds: all }))).toBe(422)
  await split({ milestoneId: first, title: 'Team named', taskIds: [b, a] })
  const outline = await outlineOf(it)
  expect(Object.keys(outline).slice(0, 2)).toEqual(['Team named', 'Goals agreed'])
  expect(outline).toMatchObject({ 'Team named': ['A', 'B'], 'Goals agreed': ['Agree on the scope', 'C'] })
  await undo(it)
  expect(await outlineOf(it)).toEqual(before)
})

test('a move is not taken back into a milestone that is gone', async () => {
  const { it, first, second, a, b, c } = await withTasks()
  const input = { taskIds: [it.taskIds['scope'], a, b, c], milestoneId: second }
  const { result } = await runCommand(it.parts, moveTasks, { ...by(it), input })
  expect(result.taskIds).toHaveLength(4)
  const { lastNumber } = await activityOf(it, it.lead)
  await runCommand(it.parts, removeMilestone, { ...by(it), input: { milestoneId: first } })
  const back = runCommand(it.parts, undoChange, { ...by(it), input: { number: lastNumber - 3 } })
  expect(await statusOf(back)).toBe(409)
})

test('a milestone is deleted only when it is said where its tasks go; a goal never is', async () => {
  const { it, first, second } = await withTasks()
  const before = await outlineOf(it)
  const remove = (input: object) => runCommand(it.parts, removeMilestone, { ...by(it), input })
  expect((await refusalOf(remove({ milestoneId: first, tasksTo: '' }))).faults).toMatchObject([
    { field: 'tasksTo', message: 'Please choose the milestone that its tasks move to.' },
  ])
  expect(await statusOf(remove({ milestoneId: first, tasksTo: first }))).toBe(422)
  expect(await statusOf(remove({ milestoneId: it.milestoneIds[3], tasksTo: first }))).toBe(422)
  expect(await outlineOf(it)).toEqual(before)
  await remove({ milestoneId: first, tasksTo: second })
  const outline = await outlineOf(it)
  expect(outline).not.toHaveProperty('Goals agreed')
  expect(outline['Contract signed']).toEqual([
    'Contract at Legal',
    'Sign the contract',
    'Agree on the scope',
    'A',
    'B',
    'C',
  ])
  await undo(it)
  expect(await outlineOf(it)).toEqual(before)
})

test('private tasks of the other side go along with their milestone, without a word about them', async () => {
  const it = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const before = await outlineOf(it)
  const [, second, third] = it.milestoneIds
  const order = {
    ...by(it, it.champion),
    input: { milestoneId: third, tasksTo: second },
    idempotencyKey: 'delete-milestone-1',
  }
  const { events } = await runCommand(it.parts, removeMilestone, order)
  expect((await outlineOf(it))['Contract signed']).toContain('Build the connection')
  const { entries } = await activityOf(it, it.champion)
  expect(JSON.stringify(entries)).not.toContain('Build the connection')
  expect(JSON.stringify((await activityOf(it, it.lead)).entries)).toContain('Build the connection')
  // What its sender is answered, also when the same form is sent again, is what they may read.
  expect(events.map(({ number }) => number)).toEqual([entries[0]?.number])
  expect(await runCommand(it.parts, removeMilestone, order)).toMatchObject({ repeated: true, events })
  await undo(it, it.champion)
  expect(await outlineOf(it)).toEqual(before)
  expect(await statusOf(runCommand(it.parts, removeMilestone, order)), 'what it did was undone').toBe(409)
})

test('a place beside a private task of the other side can be taken back', async () => {
  const it = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const before = await outlineOf(it)
  const input = { taskIds: [it.taskIds['sign']], milestoneId: it.milestoneIds[2], after: '' }
  await runCommand(it.parts, moveTasks, { ...by(it, it.champion), input })
  expect((await outlineOf(it))['Ready to test']).toEqual(['Sign the contract', 'Build the connection'])
  await undo(it, it.champion)
  expect(await outlineOf(it)).toEqual(before)
})

test('a goal stays a goal, whatever is deleted, reordered and undone around it', async () => {
  const it = await setUp()
  const added: string[] = []
  for (const title of ['A', 'B', 'C', 'M']) {
    const input = { stage: 'Rollout', title }
    added.push((await runCommand(it.parts, addMilestone, { ...by(it), input })).result.milestoneId)
  }
  const [a, , c, m] = added
  const removed = await runCommand(it.parts, removeMilestone, { ...by(it), input: { milestoneId: m } })
  await runCommand(it.parts, removeMilestone, { ...by(it), input: { milestoneId: a } })
  await runCommand(it.parts, moveMilestone, { ...by(it), input: { milestoneId: c, after: '' } })
  await runCommand(it.parts, undoChange, { ...by(it), input: { number: removed.events[0]?.number } })
  const titles = Object.keys(await outlineOf(it)).slice(3, 7)
  expect(titles.at(-1)).toBe('Live')
  expect(titles.indexOf('C')).toBeLessThan(titles.indexOf('B'))
})

test('a task that is moved to where it is stays there, and no one is told', async () => {
  const it = await setUp()
  const { lastNumber } = await activityOf(it, it.lead)
  const input = { taskIds: [it.taskIds['legal']], milestoneId: it.milestoneIds[1] }
  expect((await runCommand(it.parts, moveTasks, { ...by(it), input })).events).toEqual([])
  expect((await outlineOf(it))['Contract signed']).toEqual(['Contract at Legal', 'Sign the contract'])
  expect((await activityOf(it, it.lead)).lastNumber).toBe(lastNumber)
})
