import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import type { Actor } from '#app/policy/policy.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { addTasks } from '#app/plan/task/add-tasks.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

const add = (it: Setting, input: Record<string, unknown>, actor: Actor = it.champion) =>
  runCommand(it.parts, addTasks, { actor, scopeId: it.planId, input })

const linksOf = (it: Setting, taskId: string | undefined) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('taskLink')
      .select(['dependsOnId', 'lagDays', 'type'])
      .where('workspaceId', '=', it.workspaceId)
      .where('taskId', '=', taskId ?? '')
      .execute(),
  )

const titlesOf = async (it: Setting, milestoneId: string | undefined) => {
  const rows = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .select('title')
      .where('workspaceId', '=', it.workspaceId)
      .where('milestoneId', '=', milestoneId ?? '')
      .orderBy('position')
      .execute(),
  )
  return rows.map(({ title }) => title)
}

test('a title is enough: the task follows the one above, takes a day, is its sender’s side’s, and has no owner', async () => {
  const it = await setUp()
  const milestoneId = it.milestoneIds[1]
  const before = await titlesOf(it, milestoneId)
  const { result } = await add(it, { milestoneId, titles: 'Call IT' })
  const [taskId] = result.taskIds
  expect(await titlesOf(it, milestoneId)).toEqual([...before, 'Call IT'])
  expect(await taskOf(it, taskId)).toMatchObject({
    side: 'customer',
    durationDays: 1,
    ownerMemberId: null,
    ownerParticipantId: null,
    ownerPlaceholder: null,
  })
  const above = (await linksOf(it, taskId))[0]
  expect((await taskOf(it, above?.dependsOnId))?.title).toBe(before.at(-1))
  expect(above).toMatchObject({ lagDays: 0, type: 'FS' })
})

test('pasted lines become tasks in their order, each after the one before, and one press takes them all back', async () => {
  const it = await setUp()
  const milestoneId = it.milestoneIds[1]
  const before = await titlesOf(it, milestoneId)
  const terms = (await planOf(it)).termsVersion
  const { result } = await add(it, {
    milestoneId,
    titles: '- Call IT\n- Open the firewall\n\n- Test it',
    after: '',
    durationDays: '3',
    side: 'both',
  })
  expect(await titlesOf(it, milestoneId)).toEqual([...before, 'Call IT', 'Open the firewall', 'Test it'])
  const links = await Promise.all(result.taskIds.map((id) => linksOf(it, id)))
  expect(links.map((own) => own.map(({ dependsOnId }) => dependsOnId))).toEqual([
    [],
    [result.taskIds[0]],
    [result.taskIds[1]],
  ])
  expect((await planOf(it)).termsVersion).toBe(terms + 1)
  const events = await eventsOf(it)
  expect(events.map(({ event, subject }) => [event, subject])).toEqual([
    ['task added', 'Call IT'],
    ['task added', 'Open the firewall'],
    ['task added', 'Test it'],
  ])
  const number = Number(events[0]?.number)
  await runCommand(it.parts, undoChange, { actor: it.champion, scopeId: it.planId, input: { number } })
  expect(await titlesOf(it, milestoneId)).toEqual(before)
})

test('never follows what one side keeps to itself, and cannot be told to follow what its sender may not see', async () => {
  const it = await setUp()
  const milestoneId = it.milestoneIds[1]
  const last = (await titlesOf(it, milestoneId)).at(-1)
  const { result: own } = await runCommand(it.parts, addTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { milestoneId, title: 'Discount', side: 'vendor', durationDays: '1', private: 'yes', owner: '' },
  })
  const { result } = await add(it, { milestoneId, titles: 'Call IT' })
  const [above] = await linksOf(it, result.taskIds[0])
  expect((await taskOf(it, above?.dependsOnId))?.title).toBe(last)
  for (const after of [own.taskId, newId()]) {
    const refused = await refusalOf(add(it, { milestoneId, titles: 'Call IT', after }))
    expect(refused.faults).toEqual([{ field: 'after', message: 'This task is no longer on the plan.' }])
  }
})

test.each([
  ['nothing', ' \n- \n', 'Please enter a title.'],
  ['one title that is too long', 'x'.repeat(201), 'Please keep this under 200 characters.'],
  ['a line that is too long', `Call IT\n${'x'.repeat(201)}`, 'Line 2: Please keep this under 200 characters.'],
  ['more lines than fit', 'Call IT\n'.repeat(500), `Please paste at most ${bounds.pastedTasks} tasks at once.`],
])('%s is refused beside the field, with nothing written', async (_, titles, message) => {
  const it = await setUp()
  const refused = await refusalOf(add(it, { milestoneId: it.milestoneIds[0], titles }))
  expect(refused.status).toBe(422)
  expect(refused.faults).toEqual([{ field: 'titles', message }])
  expect(await eventsOf(it)).toEqual([])
})

test('a milestone of another plan is not found', async () => {
  const [it, other] = [await setUp(), await setUp()]
  expect(await statusOf(add(it, { milestoneId: other.milestoneIds[0], titles: 'Call IT' }))).toBe(404)
})

test('a task without an owner is shown so, asks for a name, and can be given one and lose it again', async () => {
  const it = await setUp()
  const { result } = await add(it, { milestoneId: it.milestoneIds[1], titles: 'Call IT' })
  const [taskId = ''] = result.taskIds
  const shown = async () => {
    const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      standingsOnPlan(trx, it.champion, it.planId),
    )
    const view = await getPlanView(it.parts, { actor: it.champion, standings }, it.planId)
    const tasks = view.stages.flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks))
    return tasks.find(({ id }) => id === taskId)?.owner
  }
  expect(await shown()).toBeNull()
  const edit = (owner: string, seen: string) =>
    runCommand(it.parts, editTask, {
      actor: it.champion,
      scopeId: it.planId,
      input: { taskId, owner },
      seen: { owner: seen },
    })
  await edit('placeholder:IT', '')
  expect(await shown()).toMatchObject({ kind: 'placeholder', name: 'IT' })
  expect(await statusOf(edit('', ''))).toBe(200)
  await edit('', 'placeholder:IT')
  expect(await shown()).toBeNull()
  const changes = (await eventsOf(it)).filter(({ event }) => event === 'task changed').map(({ changes }) => changes)
  expect(changes).toEqual([{ owner: { before: null, after: 'IT' } }, { owner: { before: 'IT', after: null } }])
})
