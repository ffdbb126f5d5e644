import { expect, test } from 'vitest'
import type { Standing } from '#app/policy/policy.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { getTaskPage } from '#app/plan/task/get-task-page.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Setting, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { withWhat } from '#tests/factories/with-what.ts'

type Person = Setting['lead'] | Setting['champion']

const read = (it: Setting, actor: Person, key: string, standing: Standing) =>
  getTaskPage(it.parts, { actor, standings: new Set([standing]) }, it.planId, it.taskIds[key] ?? key)

const edit = (it: Setting, key: string, input: object) =>
  runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds[key], ...input } })

const waitFor = (it: Setting, ...keys: string[]) => ({
  dependsOn: keys.map((key) => ({ task: it.taskIds[key], lagDays: 2, type: 'FS' })),
})

test('a viewer reads a task with what it waits for, what waits for it, and what happened to it alone', async () => {
  const it = await setUp()
  await edit(it, 'legal', waitFor(it, 'scope'))
  await runCommand(it.parts, completeTask, {
    actor: it.champion,
    scopeId: it.planId,
    input: { taskId: it.taskIds['scope'] },
  })
  const page = await read(it, it.viewer, 'legal', 'viewer')
  expect(page).toMatchObject({
    task: { title: 'Contract at Legal', owner: { name: 'Customer’s legal' }, status: 'open' },
    viewer: { may: { edit: false } },
    waitsFor: [
      {
        title: 'Agree on the scope',
        terms: 'this task starts at least 2 working days after it finishes',
        isOpen: true,
      },
    ],
  })
  expect(withWhat(page.entries).map(({ what }) => what)).toEqual(['changed “Contract at Legal”'])
  expect(await read(it, it.viewer, 'scope', 'viewer')).toMatchObject({
    task: { status: 'done' },
    waitedForBy: expect.arrayContaining([expect.objectContaining({ id: it.taskIds['legal'] })]) as unknown[],
  })
})

test('how a task waits is told from the page it stands on', async () => {
  const it = await setUp()
  await edit(it, 'legal', { dependsOn: [{ task: it.taskIds['scope'], lagDays: 1, type: 'SS' }] })
  expect((await read(it, it.viewer, 'legal', 'viewer')).waitsFor).toMatchObject([
    { terms: 'this task starts at least 1 working day after it starts' },
  ])
  expect((await read(it, it.viewer, 'scope', 'viewer')).waitedForBy).toContainEqual(
    expect.objectContaining({
      title: 'Contract at Legal',
      terms: 'starts at least 1 working day after this task starts',
    }),
  )
})

test('of a task of the other side’s own there is no page, and a linked one is named by its dates alone', async () => {
  const it = await setUp()
  await edit(it, 'build', { private: true })
  await edit(it, 'close', waitFor(it, 'build'))
  for (const key of ['build', 'nothing', '01890000-0000-7000-8000-000000000000'])
    expect(await statusOf(read(it, it.champion, key, 'champion')), key).toBe(404)
  const theirs = await read(it, it.champion, 'close', 'champion')
  expect(theirs.waitsFor).toMatchObject([
    {
      title: 'a task of Brightline’s own',
      terms: 'this task starts at least 2 working days after it finishes',
      isOpen: false,
      isPrivate: false,
    },
  ])
  expect(JSON.stringify(theirs)).not.toContain('Build the connection')
  expect(JSON.stringify(theirs)).not.toContain(it.taskIds['build'])
  expect((await read(it, it.lead, 'close', 'member')).waitsFor).toMatchObject([
    {
      title: 'Build the connection',
      terms: 'this task starts at least 2 working days after it finishes',
      isOpen: true,
      isPrivate: true,
    },
  ])
  expect((await read(it, it.lead, 'build', 'member')).task).toMatchObject({ privateTo: 'vendor' })
})
