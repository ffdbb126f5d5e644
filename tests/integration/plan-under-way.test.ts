import { expect, test } from 'vitest'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { moveMilestone } from '#app/plan/milestone/move-milestone.server.ts'
import { removeMilestone } from '#app/plan/milestone/remove-milestone.server.ts'
import { splitMilestone } from '#app/plan/milestone/split-milestone.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { moveTasks } from '#app/plan/task/move-tasks.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { undo } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, setUp } from '#tests/factories/plan-setting.ts'

const by = (it: Setting) => ({ actor: it.champion, scopeId: it.planId })
const checkOff = async (it: Setting, ...keys: string[]) => {
  for (const key of keys) await runCommand(it.parts, completeTask, { ...by(it), input: { taskId: it.taskIds[key] } })
}

type Work = (it: Setting) => Promise<unknown>

/** What reaches Purchase: only the task `sign` is open. */
const withoutTask: Record<string, Work> = {
  'deleting its last open task': (it) =>
    runCommand(it.parts, removeTask, { ...by(it), input: { taskId: it.taskIds['sign'] } }),
  'moving its last open task to a later stage': (it) =>
    runCommand(it.parts, moveTasks, {
      ...by(it),
      input: { taskIds: [it.taskIds['sign']], milestoneId: it.milestoneIds[2] },
    }),
  'splitting the open task off its last milestone': (it) =>
    runCommand(it.parts, splitMilestone, {
      ...by(it),
      input: { milestoneId: it.milestoneIds[1], title: 'Sent for signature', taskIds: [it.taskIds['sign']] },
    }),
}

test.each(Object.entries(withoutTask))('a plan comes under way by %s', async (_, work) => {
  const it = await setUp()
  await checkOff(it, 'scope', 'legal')
  await work(it)
  expect((await planOf(it)).state).toBe('under way')
  expect((await eventsOf(it)).at(-1)).toMatchObject({ event: 'plan under way' })
})

/** What reaches Purchase, all of whose tasks are done, but to which an empty milestone was added last. */
const withoutMilestone: Record<string, (it: Setting, milestoneId: string, added: number | null) => Promise<unknown>> = {
  'deleting the milestone': (it, milestoneId) =>
    runCommand(it.parts, removeMilestone, { ...by(it), input: { milestoneId } }),
  'moving the milestone up': (it, milestoneId) =>
    runCommand(it.parts, moveMilestone, { ...by(it), input: { milestoneId, after: '' } }),
  'undoing that the milestone was added': (it, _, added) => undo(it, added),
}

test.each(Object.entries(withoutMilestone))('a plan comes under way by %s, and stays so', async (_, work) => {
  const it = await setUp()
  const { result, events } = await runCommand(it.parts, addMilestone, {
    ...by(it),
    input: { stage: 'Purchase', title: 'Paid' },
  })
  await checkOff(it, 'scope', 'legal', 'sign')
  expect((await planOf(it)).state).toBe('rough')
  const before = (await eventsOf(it)).length
  await work(it, result.milestoneId, events[0]?.number ?? null)
  expect((await planOf(it)).state).toBe('under way')
  const made = (await eventsOf(it))[before]
  await undo(it, Number(made?.number))
  expect((await planOf(it)).state).toBe('under way')
})
