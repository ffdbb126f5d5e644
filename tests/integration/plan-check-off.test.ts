import { expect, test } from 'vitest'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { activityOf, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp } from '#tests/factories/plan-setting.ts'

type Person = Setting['lead'] | Setting['champion']

const checkOff = (it: Setting, key: string, input: object = {}, actor: Person = it.champion) =>
  runCommand(it.parts, completeTask, { actor, scopeId: it.planId, input: { taskId: it.taskIds[key], ...input } })

/** The titles of the tasks that are done. */
const doneIn = async (it: Setting) =>
  (await rowsOf(it))?.tasks.filter(({ doneOn }) => doneOn !== null).map(({ title }) => title)

test('a task is checked off alone unless the open tasks before it are wanted too, and they are put back by one undo', async () => {
  const it = await setUp()
  await checkOff(it, 'sign')
  expect(await doneIn(it)).toEqual(['Sign the contract'])
  await checkOff(it, 'sign', { withEarlier: 'yes', earlier: [it.taskIds['scope'], it.taskIds['legal']] })
  expect(await doneIn(it)).toEqual(['Agree on the scope', 'Contract at Legal', 'Sign the contract'])
  expect((await planOf(it)).state).toBe('under way')
  const { entries } = await activityOf(it, it.lead)
  expect(entries.slice(0, 4).map(({ what }) => what)).toEqual([
    'marked the plan as under way',
    'checked off “Contract at Legal”',
    'checked off “Agree on the scope” and 1 other task',
    'checked off “Sign the contract”',
  ])
  const first = entries.find(({ what }) => what.endsWith('1 other task'))
  await undo(it, first?.number ?? null)
  expect(await doneIn(it)).toEqual(['Sign the contract'])
})

test('a program checks a task off together with all that is open before it, in working order', async () => {
  const it = await setUp()
  await checkOff(it, 'build', { withEarlier: true, doneOn: '2026-06-01' }, it.lead)
  const told = (await eventsOf(it)).filter(({ event }) => event === 'task completed')
  expect(told.map(({ subject }) => subject)).toEqual([
    'Agree on the scope',
    'Contract at Legal',
    'Sign the contract',
    'Build the connection',
  ])
  await checkOff(it, 'build', { withEarlier: true }, it.lead)
  expect((await eventsOf(it)).filter(({ event }) => event === 'task completed')).toHaveLength(4)
})

test('only the tasks that the question named are checked off', async () => {
  const it = await setUp()
  await checkOff(it, 'sign')
  await checkOff(it, 'sign', { withEarlier: 'yes', earlier: [it.taskIds['legal'], it.taskIds['close']] })
  expect(await doneIn(it)).toEqual(['Contract at Legal', 'Sign the contract'])
})

test('a task that the other side keeps to itself stays open, and nothing tells its title', async () => {
  const it = await setUp()
  await makePrivate(it, 'legal', 'vendor')
  await checkOff(it, 'sign', { withEarlier: 'yes' })
  expect(await doneIn(it)).toEqual(['Agree on the scope', 'Sign the contract'])
  await undo(it, (await activityOf(it, it.champion)).entries.find(({ mayBeUndone }) => mayBeUndone)?.number ?? null)
  await checkOff(it, 'sign', { withEarlier: 'yes' }, it.lead)
  expect(await doneIn(it)).toEqual(['Agree on the scope', 'Contract at Legal', 'Sign the contract'])
  // How many the vendor checked off tells the customer nothing of the private one.
  expect((await activityOf(it, it.champion)).entries[1]).toMatchObject({ what: 'checked off “Sign the contract”' })
  expect((await activityOf(it, it.champion)).entries[2]).toMatchObject({
    what: 'checked off “Agree on the scope” and 1 other task',
  })
})

test('an earlier task that was started later keeps them all open', async () => {
  const it = await setUp()
  await runCommand(it.parts, startTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['scope'], startedOn: '2026-06-01' },
  })
  const order = checkOff(it, 'legal', { withEarlier: 'yes', doneOn: '2026-05-29' })
  expect((await refusalOf(order)).faults).toEqual([
    { field: 'doneOn', message: 'This is before “Agree on the scope” was started.' },
  ])
  expect(await doneIn(it)).toEqual([])
})
