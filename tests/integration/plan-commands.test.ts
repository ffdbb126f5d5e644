import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor, CommandName } from '#app/access/policy.ts'
import type { TestParts } from '#tests/factories/parts.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { newId } from '#app/kit/ids.ts'
import { addMilestone } from '#app/plan/commands/add-milestone.server.ts'
import { addTask } from '#app/plan/commands/add-task.server.ts'
import { agreePlan } from '#app/plan/commands/agree-plan.server.ts'
import { completeTask } from '#app/plan/commands/complete-task.server.ts'
import { editCalendar } from '#app/plan/commands/edit-calendar.server.ts'
import { editMilestone } from '#app/plan/commands/edit-milestone.server.ts'
import { editTask } from '#app/plan/commands/edit-task.server.ts'
import { editTerms } from '#app/plan/commands/edit-terms.server.ts'
import { removeTask } from '#app/plan/commands/remove-task.server.ts'
import { reopenTask } from '#app/plan/commands/reopen-task.server.ts'
import { sendBackTask } from '#app/plan/commands/send-back-task.server.ts'
import { startTask } from '#app/plan/commands/start-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { Refusal } from '#app/runner/refusal.ts'

let made: TestParts | undefined
const setUp = async () => {
  const { db, appUrl } = await testDatabase()
  const parts = (made ??= await testParts(db, appUrl))
  return { parts, ...(await makePlan(db)) }
}
type Setting = Awaited<ReturnType<typeof setUp>>

/** The status that an order was refused with, or 200. */
const statusOf = (order: Promise<unknown>): Promise<number> =>
  order.then(
    () => 200,
    (error: unknown) => {
      if (error instanceof Refusal) return error.status
      throw error
    },
  )

const refusalOf = (order: Promise<unknown>): Promise<Refusal> =>
  order.then(
    () => Promise.reject(new Error('It was not refused')),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error as Error)),
  )

const planOf = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) => trx.selectFrom('plan').selectAll().executeTakeFirstOrThrow())
const taskOf = ({ parts, workspaceId }: Setting, id: string | undefined) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .selectAll()
      .where('id', '=', id ?? '')
      .executeTakeFirst(),
  )
const eventsOf = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) => trx.selectFrom('activity').selectAll().orderBy('number').execute())

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
    // The union of commands is wider than one call's types; what is asked of each is the same.
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
  await set({ archivedAt: new Date() })
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

test('a cycle is refused and names its steps; so is an unknown step', async () => {
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

test('terms move with title, side, days, links and the set of steps; not with owners, dates and check-offs', async () => {
  const it = await setUp()
  const { legal, scope, build } = it.taskIds
  const version = async () => (await planOf(it)).termsVersion
  const edit = (input: object) =>
    runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId: legal, ...input } })
  await edit({ owner: `member:${it.lead.id}` })
  await edit({ notBefore: '2026-06-22' })
  await runCommand(it.parts, completeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: scope } })
  expect(await version()).toBe(1)
  await edit({ durationDays: 9 })
  await edit({ title: 'Legal' })
  await edit({ dependsOn: [{ task: scope, lagDays: 1 }] })
  expect(await version()).toBe(4)
  await runCommand(it.parts, removeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: build } })
  expect(await version()).toBe(5)
  await runCommand(it.parts, editTerms, { actor: it.lead, scopeId: it.planId, input: { project: 'Close faster' } })
  expect(await version()).toBe(5)
  await runCommand(it.parts, editTerms, { actor: it.champion, scopeId: it.planId, input: { target: '2' } })
  expect(await version()).toBe(6)
})

test('what waited for a removed step waits for what that waited for', async () => {
  const it = await setUp()
  const { legal, sign, scope } = it.taskIds
  await runCommand(it.parts, removeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: legal } })
  const links = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('taskLink')
      .select('dependsOnId')
      .where('taskId', '=', sign ?? '')
      .execute(),
  )
  expect(links).toEqual([{ dependsOnId: scope }])
})

test('sending back opens a step again, keeps its start and tells the person in charge', async () => {
  const it = await setUp()
  const taskId = it.taskIds['build']
  const run = { actor: it.lead, scopeId: it.planId }
  await runCommand(it.parts, startTask, { ...run, input: { taskId, startedOn: '2026-06-15' } })
  await runCommand(it.parts, completeTask, { ...run, input: { taskId } })
  await runCommand(it.parts, sendBackTask, {
    actor: it.contributor,
    scopeId: it.planId,
    input: { taskId, reason: 'Invoices are missing' },
  })
  expect(await taskOf(it, taskId)).toMatchObject({
    doneOn: null,
    startedOn: '2026-06-15',
    sentBackReason: 'Invoices are missing',
    sentBackBy: 'Jonas Berg',
  })
  const notices = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select(['kind', 'memberId', 'daily']).execute(),
  )
  expect(notices).toEqual([{ kind: 'task-sent-back', memberId: it.lead.id, daily: true }])
})

test('a plan is under way when the point that ends Purchase is reached', async () => {
  const it = await setUp()
  for (const key of ['scope', 'legal', 'sign']) {
    expect((await planOf(it)).state).toBe('rough')
    await runCommand(it.parts, completeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: it.taskIds[key] } })
  }
  expect((await planOf(it)).state).toBe('under way')
})

test('both agree to one version: the plan is agreed, a baseline is kept; a moved version is 409', async () => {
  const it = await setUp()
  const agree = (actor: Actor, termsVersion: number) =>
    runCommand(it.parts, agreePlan, { actor, scopeId: it.planId, input: { termsVersion } })
  await agree(it.champion, 1)
  expect((await planOf(it)).state).toBe('rough')
  await runCommand(it.parts, editTask, {
    actor: it.lead,
    scopeId: it.planId,
    input: { taskId: it.taskIds['legal'], durationDays: 12 },
  })
  expect(await statusOf(agree(it.lead, 1))).toBe(409)
  await agree(it.lead, 2)
  expect((await planOf(it)).state).toBe('rough')
  await agree(it.champion, 2)
  await agree(it.champion, 2)
  expect((await planOf(it)).state).toBe('agreed')
  const baselines = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('baseline').select(['number', 'termsVersion', 'agreedOn']).execute(),
  )
  expect(baselines).toEqual([{ number: 1, termsVersion: 2, agreedOn: '2026-06-17' }])
  expect(await statusOf(agree(it.teammate, 2))).toBe(403)
})

test('the goals stay the last points of their stages, and stay in them', async () => {
  const it = await setUp()
  const live = it.milestoneIds[3]
  await runCommand(it.parts, addMilestone, {
    actor: it.lead,
    scopeId: it.planId,
    input: { title: 'Pilot', stage: 'Rollout' },
  })
  const rollout = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('milestone').select('title').where('stage', '=', 'Rollout').orderBy('position').execute(),
  )
  expect(rollout.map(({ title }) => title)).toEqual(['Pilot', 'Live'])
  const move = runCommand(it.parts, editMilestone, {
    actor: it.lead,
    scopeId: it.planId,
    input: { milestoneId: live, title: 'Live', stage: 'Purchase' },
  })
  expect((await refusalOf(move)).faults[0]?.field).toBe('stage')
})

test('a calendar takes weeks, regions with their holidays and closed periods, and refuses what cannot be', async () => {
  const it = await setUp()
  const set = (input: object) =>
    runCommand(it.parts, editCalendar, {
      actor: it.champion,
      scopeId: it.planId,
      input: { vendorWorkweek: ['1', '2', '3', '4', '5'], customerWorkweek: ['1', '2', '3', '4'], ...input },
    })
  const shutdown = { from: '2026-08-03', to: '2026-08-14', why: 'Plant shutdown' }
  await set({ customerRegion: 'de-by', customerClosed: [shutdown] })
  const { customerCalendar, termsVersion } = await planOf(it)
  expect(customerCalendar).toMatchObject({ region: 'DE-BY', workweek: [1, 2, 3, 4], closed: [shutdown] })
  expect(JSON.stringify(customerCalendar)).toContain('2026-06-04')
  expect(termsVersion).toBe(2)
  expect((await refusalOf(set({ vendorRegion: 'XX' }))).faults[0]?.field).toBe('vendorRegion')
  expect((await refusalOf(set({ vendorWorkweek: [] }))).faults[0]?.field).toBe('vendorWorkweek')
  const backwards = { ...shutdown, to: '2026-08-01' }
  expect((await refusalOf(set({ vendorClosed: [backwards] }))).faults[0]?.field).toBe('vendorClosed')
})
