import { expect, test } from 'vitest'
import type { Standing } from '#app/policy/policy.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { getTaskForEdit } from '#app/plan/task/task-form-queries.server.ts'
import { getTaskPage } from '#app/plan/task/get-task-page.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { textSizes } from '#app/kit/limits.ts'
import { undo } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, taskOf } from '#tests/factories/plan-setting.ts'

const describe = (it: Setting, description: string, { actor = it.lead, seen }: Sent = {}) =>
  runCommand(it.parts, editTask, {
    actor,
    scopeId: it.planId,
    input: { taskId: it.taskIds['build'], description },
    ...(seen !== undefined && { seen: { description: seen } }),
  })
type Sent = { actor?: Setting['lead'] | Setting['champion']; seen?: string }

const descriptionOf = async (it: Setting) => (await taskOf(it, it.taskIds['build']))?.description

const reader = (actor: Setting['lead'] | Setting['champion'], standing: Standing) => ({
  actor,
  standings: new Set<Standing>([standing]),
})

test('a description is kept as typed, read as formatted, and no part of what is agreed', async () => {
  const it = await setUp()
  const { termsVersion } = await planOf(it)
  const text = '## Needs\r\n- **VPN** access\r\n- <b>no</b> [x](javascript:alert(1))'
  await describe(it, text)
  const stored = '## Needs\n- **VPN** access\n- <b>no</b> [x](javascript:alert(1))'
  expect(await descriptionOf(it)).toBe(stored)
  const page = await getTaskPage(it.parts, reader(it.champion, 'champion'), it.planId, it.taskIds['build'] ?? '')
  expect(page.description).toBe(
    '<h4>Needs</h4>\n<ul>\n<li><strong>VPN</strong> access</li>\n<li>&lt;b&gt;no&lt;/b&gt; [x](javascript:alert(1))</li>\n</ul>\n',
  )
  expect(page.entries[0]?.changes).toEqual([{ label: 'Description', before: '', after: stored }])
  const form = await getTaskForEdit(it.parts, reader(it.lead, 'lead'), it.planId, it.taskIds['build'] ?? '')
  expect(form.values.description).toBe(stored)
  // What the form shows is sent back with the line ends of a browser: nothing changed.
  await describe(it, text, { seen: text })
  expect(await eventsOf(it)).toHaveLength(1)
  expect((await planOf(it)).termsVersion).toBe(termsVersion)
})

test('two who change it from the same text meet a conflict with both texts; one who changed the title does not', async () => {
  const it = await setUp()
  await describe(it, 'First', { seen: '' })
  const refusal = await refusalOf(describe(it, 'Second', { actor: it.champion, seen: '' }))
  expect(refusal.status).toBe(409)
  expect(refusal.conflicts).toMatchObject([{ field: 'description', label: 'Description' }])
  expect(await descriptionOf(it)).toBe('First')
  await runCommand(it.parts, editTask, {
    actor: it.champion,
    scopeId: it.planId,
    input: { taskId: it.taskIds['build'], title: 'Build it', description: '' },
    seen: { title: 'Build the connection', description: '' },
  })
  expect(await taskOf(it, it.taskIds['build'])).toMatchObject({ title: 'Build it', description: 'First' })
})

test('undo brings back the text before, and a deleted task with its text', async () => {
  const it = await setUp()
  await describe(it, 'First')
  await describe(it, 'Second')
  const [, second] = await eventsOf(it)
  await undo(it, Number(second?.number))
  expect(await descriptionOf(it)).toBe('First')
  await runCommand(it.parts, removeTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['build'] },
  })
  await undo(it, Number((await eventsOf(it)).find(({ event }) => event === 'task removed')?.number))
  expect(await descriptionOf(it)).toBe('First')
})

test('a new task is added with its text; one that is too long is refused and nothing is added', async () => {
  const it = await setUp()
  const add = (description: string) =>
    runCommand(it.parts, addTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: {
        milestoneId: it.milestoneIds[1] ?? '',
        title: 'Order servers',
        side: 'vendor',
        durationDays: '2',
        description,
        dependsOn: [],
      },
    })
  const { result } = await add('Two of *each*.')
  expect(await taskOf(it, result.taskId)).toMatchObject({ description: 'Two of *each*.' })
  expect((await eventsOf(it)).at(-1)?.changes).toMatchObject({
    description: { before: null, after: 'Two of *each*.' },
  })
  for (const text of ['x'.repeat(textSizes.description + 1), 'x'.repeat(1024 * 1024)])
    expect((await refusalOf(add(text))).faults).toEqual([
      { field: 'description', message: `Please keep this under ${textSizes.description} characters.` },
    ])
  expect(await eventsOf(it)).toHaveLength(1)
})
