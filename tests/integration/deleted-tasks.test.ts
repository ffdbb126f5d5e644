import { expect, test } from 'vitest'
import type { z } from 'zod'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { removeMilestone } from '#app/plan/milestone/remove-milestone.server.ts'
import { addTasks } from '#app/plan/task/add-tasks.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import type { CommandName } from '#app/policy/policy.ts'
import type { Command, PlainValue } from '#app/runner/command.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { keep, makePrivate, undo } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

type Person = Setting['lead'] | Setting['champion']

const by = (it: Setting, actor: Person = it.lead) => ({ actor, scopeId: it.planId })

/** Gives a command by its name, with input for any. */
const give = (it: Setting, name: CommandName, input: object) =>
  runCommand(it.parts, commandRegistry[name] as unknown as Command<'plan', z.ZodObject, PlainValue>, {
    ...by(it, it.champion),
    input: { ...input },
  })

const fullTask = { title: 'Contract', side: 'customer', durationDays: 4, owner: '' }

/** Input for every command about a task. */
const onTask = (taskId: string, milestoneId: string): Partial<Record<CommandName, object>> => ({
  'complete-task': { taskId },
  'reopen-task': { taskId },
  'start-task': { taskId, startedOn: '2026-06-01' },
  'send-back-task': { taskId, reason: 'The annex is missing.' },
  'edit-task': { taskId, ...fullTask },
  'remove-task': { taskId },
  'remove-tasks': { taskIds: [taskId] },
  'assign-tasks': { taskIds: [taskId], owner: '' },
  'move-tasks': { taskIds: [taskId], milestoneId },
  'adjust-plan': { [`durationDays.${taskId}`]: '8' },
  'add-comment': { about: taskId, threadId: '', body: 'Is it there?', audience: 'both' },
  'ask-question': { about: taskId, body: 'Is it there?' },
  'add-link': { taskId, url: 'https://brightline.example/offer', linkTitle: 'The offer' },
})

test('whatever is done to a deleted task is refused with who deleted it and when, and nothing is kept', async () => {
  const it = await setUp()
  const taskId = it.taskIds['legal'] ?? ''
  await runCommand(it.parts, removeTask, { ...by(it), input: { taskId } })
  const before = await eventsOf(it)
  for (const [name, input] of Object.entries(onTask(taskId, it.milestoneIds[1] ?? ''))) {
    const { status, message } = await refusalOf(give(it, name as CommandName, input))
    expect([name, status, message]).toEqual([
      name,
      409,
      expect.stringMatching(/^“Contract at Legal” was deleted by .+ on \d+ \w+ \d{4}\. Your change was not saved\.$/),
    ])
  }
  expect(await eventsOf(it)).toHaveLength(before.length)
})

test('the same holds for a milestone, and for what an undo took away', async () => {
  const it = await setUp()
  const { result } = await runCommand(it.parts, addMilestone, {
    ...by(it),
    input: { stage: 'Purchase', title: 'Paid' },
  })
  const { milestoneId } = result
  await runCommand(it.parts, removeMilestone, { ...by(it), input: { milestoneId } })
  const onMilestone: Partial<Record<CommandName, object>> = {
    'edit-milestone': { milestoneId, title: 'Paid', stage: 'Purchase' },
    'prove-milestone': { milestoneId, evidence: 'The invoice', passedWithout: '' },
    'move-milestone': { milestoneId, after: '' },
    'split-milestone': { milestoneId, title: 'Billed', taskIds: [it.taskIds['sign']] },
    'remove-milestone': { milestoneId },
    'add-tasks': { milestoneId, titles: 'Pay' },
    'add-task': { milestoneId, ...fullTask, dependsOn: [] },
    'move-tasks': { taskIds: [it.taskIds['sign']], milestoneId },
    'add-comment': { about: milestoneId, threadId: '', body: 'Is it there?', audience: 'both' },
  }
  for (const [name, input] of Object.entries(onMilestone)) {
    const { status, message } = await refusalOf(give(it, name as CommandName, input))
    expect([name, status, message]).toEqual([name, 409, expect.stringMatching(/^“Paid” was deleted by /)])
  }

  const added = await runCommand(it.parts, addTasks, {
    ...by(it),
    input: { milestoneId: it.milestoneIds[1], titles: 'Pay' },
  })
  const [taskId = ''] = added.result.taskIds
  await undo(it, added.events[0]?.number ?? null, { actor: it.lead })
  expect(await refusalOf(give(it, 'complete-task', { taskId }))).toMatchObject({
    status: 409,
    message: expect.stringMatching(/^“Pay” was deleted by /) as string,
  })
})

test('after an undo and a redo, the one who deleted it again is named; what came back and was hidden is not deleted', async () => {
  const it = await setUp()
  const { legal = '', build = '' } = it.taskIds
  const removed = await runCommand(it.parts, removeTask, { ...by(it), input: { taskId: legal } })
  const undone = await undo(it, removed.events[0]?.number ?? null, { actor: it.teammate })
  const back = await undo(it, undone.events[0]?.number ?? null, { actor: it.champion })
  expect(back.events).toHaveLength(1)
  expect((await refusalOf(give(it, 'complete-task', { taskId: legal }))).message).toContain(
    `was deleted by ${it.champion.name} on`,
  )

  const other = await runCommand(it.parts, removeTask, { ...by(it), input: { taskId: build } })
  await undo(it, other.events[0]?.number ?? null, { actor: it.lead })
  await makePrivate(it, 'build', 'vendor')
  expect(await statusOf(give(it, 'complete-task', { taskId: build }))).toBe(404)
})

test('who may not know of a task reads nothing of its deletion, and a task that comes back can be changed', async () => {
  const it = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const { build = '', legal = '' } = it.taskIds
  expect(await statusOf(give(it, 'complete-task', { taskId: build }))).toBe(404)
  await runCommand(it.parts, removeTask, { ...by(it), input: { taskId: build } })
  expect(await statusOf(give(it, 'complete-task', { taskId: build }))).toBe(404)
  expect(await statusOf(give(it, 'add-comment', { about: build, threadId: '', body: 'Hm', audience: 'both' }))).toBe(
    404,
  )
  expect(await statusOf(runCommand(it.parts, editTask, { ...by(it), input: { taskId: build, title: 'B' } }))).toBe(409)
  const other = await setUp()
  expect(await statusOf(give(it, 'complete-task', { taskId: other.taskIds['legal'] }))).toBe(404)

  const removed = await runCommand(it.parts, removeTask, { ...by(it), input: { taskId: legal } })
  expect(await statusOf(keep(it, { [`durationDays.${legal}`]: '8' }))).toBe(409)
  await undo(it, removed.events[0]?.number ?? null, { actor: it.lead })
  expect(await statusOf(keep(it, { [`durationDays.${legal}`]: '8' }))).toBe(200)
})
