import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor, CommandName } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editCalendar } from '#app/plan/calendar/edit-calendar.server.ts'
import { editMilestone } from '#app/plan/milestone/edit-milestone.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { reopenTask } from '#app/plan/task/reopen-task.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

/** Each command with an input that would be taken. */
const orders = ({ taskIds, milestoneIds }: Setting) => {
  const task = { taskId: taskIds['legal'] }
  const fresh = { title: 'Call', owner: 'else', ownerName: 'IT', side: 'customer', durationDays: '2' }
  const weeks = { vendorWorkweek: ['1', '2', '3'], customerWorkweek: ['1'] }
  return [
    [completeTask, task],
    [reopenTask, task],
    [startTask, { ...task, startedOn: '2026-06-15' }],
    [sendBackTask, { taskId: taskIds['scope'], reason: 'one page is missing' }],
    [editTask, { ...task, title: 'Contract with Legal' }],
    [addTask, { milestoneId: milestoneIds[0], ...fresh }],
    [removeTask, task],
    [addMilestone, { title: 'Tested', stage: 'Implementation' }],
    [editMilestone, { milestoneId: milestoneIds[0], title: 'Goals clear', stage: 'Discovery' }],
    [editTerms, { criticalReason: 'the auditors come' }],
    [editCalendar, weeks],
    [agreePlan, { termsVersion: '1' }],
  ] as const
}

test('each command refuses who is not signed in, not on the plan, or may not', async () => {
  const here = await setUp()
  const elsewhere = await setUp()
  for (const [command, input] of orders(here)) {
    // The union of commands is wider than the types of one call; the checks are the same for each.
    const run = (actor: Actor | null) =>
      statusOf(runCommand(here.parts, command as typeof completeTask, { actor, scopeId: here.planId, input }))
    const name: CommandName = command.name
    expect([name, await run(null)]).toEqual([name, 401])
    expect([name, await run(elsewhere.champion)]).toEqual([name, 404])
    expect([name, await run(elsewhere.lead)]).toEqual([name, 404])
    expect([name, await run(here.viewer)]).toEqual([name, 403])
    expect([name, await run(here.outsider)]).toEqual([name, 403])
  }
  expect(await eventsOf(here)).toEqual([])
})

test('a plan that is archived or lost takes no change', async () => {
  const it = await setUp()
  const set = (columns: { archivedAt?: Date | null; state?: string }) =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.updateTable('plan').set(columns).execute())
  const order = { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds['legal'] } }
  await set({ archivedAt: it.parts.clock.now() })
  expect(await statusOf(runCommand(it.parts, completeTask, order))).toBe(403)
  await set({ archivedAt: null, state: 'lost' })
  expect(await statusOf(runCommand(it.parts, completeTask, order))).toBe(403)
  await set({ state: 'rough' })
  expect(await statusOf(runCommand(it.parts, completeTask, order))).toBe(200)
})

test('checking off sets today in the plan’s zone, twice is one event, and later days are refused', async () => {
  const it = await setUp()
  const taskId = it.taskIds['scope']
  const order = { actor: it.contributor, scopeId: it.planId, input: { taskId } }
  await runCommand(it.parts, completeTask, order)
  await runCommand(it.parts, completeTask, order)
  expect(await taskOf(it, taskId)).toMatchObject({ doneOn: '2026-06-17' })
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual(['task completed'])
  await runCommand(it.parts, completeTask, { ...order, input: { taskId, doneOn: '2026-06-15' } })
  expect(await taskOf(it, taskId)).toMatchObject({ doneOn: '2026-06-15' })
  const refused = await refusalOf(
    runCommand(it.parts, completeTask, { ...order, input: { taskId, doneOn: '2026-06-18' } }),
  )
  expect(refused.status).toBe(422)
  expect(refused.faults[0]?.field).toBe('doneOn')
  expect(await statusOf(runCommand(it.parts, completeTask, { ...order, input: { taskId: 'x' } }))).toBe(422)
  expect(await statusOf(runCommand(it.parts, completeTask, { ...order, input: { taskId: newId() } }))).toBe(404)
})

test('the same key repeats nothing, and with other input is refused', async () => {
  const it = await setUp()
  const input = {
    milestoneId: it.milestoneIds[1],
    title: 'Call IT',
    owner: 'else',
    ownerName: 'IT',
    side: 'customer',
    durationDays: 1,
  }
  const order = { actor: it.champion, scopeId: it.planId, input, idempotencyKey: newId() }
  const first = await runCommand(it.parts, addTask, order)
  const second = await runCommand(it.parts, addTask, order)
  expect(second).toEqual({ ...first, repeated: true })
  expect((await eventsOf(it)).filter(({ event }) => event === 'task added')).toHaveLength(1)
  const other = { ...order, input: { ...input, title: 'Call them' } }
  expect(await statusOf(runCommand(it.parts, addTask, other))).toBe(422)
})

test('two people on one field meet with both values; on different fields both win', async () => {
  const it = await setUp()
  const taskId = it.taskIds['legal']
  const edit = (actor: Actor, input: object, seen: Record<string, string>) =>
    runCommand(it.parts, editTask, { actor, scopeId: it.planId, input: { taskId, ...input }, seen })
  const seen = { title: 'Contract at Legal', durationDays: '10' }
  await edit(it.lead, { title: 'Contract with Legal', durationDays: '10' }, seen)
  await edit(it.champion, { title: 'Contract at Legal', durationDays: '8' }, seen)
  expect(await taskOf(it, taskId)).toMatchObject({ title: 'Contract with Legal', durationDays: 8 })

  const refused = await refusalOf(edit(it.contributor, { title: 'Legal reads' }, seen))
  expect(refused.status).toBe(409)
  expect(refused.conflicts).toMatchObject([
    { field: 'title', label: 'Title', yours: 'Legal reads', theirs: 'Contract with Legal', by: 'Sam Ortiz' },
  ])
  await edit(it.contributor, { title: 'Legal reads' }, { title: 'Contract with Legal' })
  expect(await taskOf(it, taskId)).toMatchObject({ title: 'Legal reads' })
})

test('a cycle is refused and names its tasks; so is an unknown task', async () => {
  const it = await setUp()
  const { scope, sign } = it.taskIds
  const wait = (task: string) =>
    runCommand(it.parts, editTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: scope, dependsOn: [{ task, lagDays: 0 }] },
    })
  const refused = await refusalOf(wait(sign ?? ''))
  expect(refused.status).toBe(422)
  expect(refused.faults[0]).toMatchObject({ field: 'dependsOn' })
  expect(refused.faults[0]?.message).toContain('“Sign the contract”')
  expect((await refusalOf(wait(newId()))).faults[0]?.field).toBe('dependsOn')
  expect((await refusalOf(wait(scope ?? ''))).faults[0]?.field).toBe('dependsOn')
  expect((await planOf(it)).termsVersion).toBe(1)
})
