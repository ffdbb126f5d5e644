import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editCalendar } from '#app/plan/calendar/edit-calendar.server.ts'
import { editMilestone } from '#app/plan/milestone/edit-milestone.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { getTaskForEdit } from '#app/plan/task/task-form-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

test('terms move with title, side, days, links and the set of tasks; not with owners, dates and check-offs', async () => {
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

test('a day that has passed cannot become the critical date, while one that passed meanwhile may stand', async () => {
  const it = await setUp()
  const edit = (input: object) =>
    runCommand(it.parts, editTerms, { actor: it.champion, scopeId: it.planId, input: { ...input } })
  expect(await refusalOf(edit({ criticalDate: '2026-06-16' }))).toMatchObject({
    status: 422,
    faults: [{ field: 'criticalDate', message: 'This date has passed.' }],
  })
  const now = it.parts.clock.now()
  it.parts.clock.set('2026-10-01T08:00:00Z')
  await edit({ criticalDate: '2026-09-15', announcedTo: 'the board and the auditors' })
  it.parts.clock.set(now)
  expect(await planOf(it)).toMatchObject({ criticalDate: '2026-09-15', winAnnouncedTo: 'the board and the auditors' })
})

test('what depended on a deleted task depends on what that one depended on', async () => {
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

test('no type of link leaves a task free when what it waited for is removed, and the form says how before', async () => {
  const it = await setUp()
  const { legal = '', sign = '', scope = '' } = it.taskIds
  const waitFor = (taskId: string, dependsOn: object[]) =>
    runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId, dependsOn } })
  await waitFor(legal, [{ task: scope, type: 'FS', lagDays: 1 }])
  await waitFor(sign, [{ task: legal, type: 'SS', lagDays: 2 }])
  const lead = { actor: it.lead, standings: new Set(['lead'] as const) }
  const { bridges } = await getTaskForEdit(it.parts, lead, it.planId, legal)
  expect(bridges).toEqual([expect.stringMatching(/^“.*” starts at least 3 working days after “.*” finishes$/)])
  await runCommand(it.parts, removeTask, { actor: it.lead, scopeId: it.planId, input: { taskId: legal } })
  const links = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('taskLink').select(['dependsOnId', 'type', 'lagDays']).where('taskId', '=', sign).execute(),
  )
  expect(links).toEqual([{ dependsOnId: scope, type: 'FS', lagDays: 3 }])
})

test('sending back opens a task again, keeps its start and tells the person in charge', async () => {
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
