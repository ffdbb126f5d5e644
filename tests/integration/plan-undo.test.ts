import { expect, test } from 'vitest'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { activityOf, keep, linkOf, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { inWorkspace } from '#db/workspace.ts'
import { planOf, refusalOf, setUp, taskOf } from '#tests/factories/plan-setting.ts'

test('a link to a task of one side’s own is taken back by that side alone, and is no term', async () => {
  const it = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const { close, build } = it.taskIds
  const link = { [`lag.${close}.${build}`]: '1' }
  const kept = await keep(it, { ...link, criticalDate: '2026-09-18' }, { actor: it.lead })
  expect((await planOf(it)).termsVersion).toBe(2)
  const before = await rowsOf(it)
  expect((await refusalOf(undo(it, kept.result.number))).status).toBe(403)
  expect(await rowsOf(it)).toEqual(before)
  expect(JSON.stringify((await activityOf(it, it.champion)).entries)).not.toContain('Build')

  await undo(it, kept.result.number, { actor: it.lead })
  expect(await linkOf(it, 'close', 'build')).toBeUndefined()
  expect((await planOf(it)).termsVersion).toBe(3)
  await keep(it, link, { actor: it.lead })
  const dependsOn = (await rowsOf(it))?.tasks
    .find(({ id }) => id === close)
    ?.dependsOn.filter(({ task }) => task !== build)
  const alone = { actor: it.lead, scopeId: it.planId, input: { taskId: close, dependsOn: dependsOn ?? [] } }
  await runCommand(it.parts, editTask, alone)
  expect(await linkOf(it, 'close', 'build')).toBeUndefined()
  expect((await planOf(it)).termsVersion).toBe(3)
  await runCommand(it.parts, editTask, { ...alone, input: { taskId: close, dependsOn: [] } })
  expect((await planOf(it)).termsVersion).toBe(4)
})

test('what was told to one side alone is not taken back by the other, also where it is shared by now', async () => {
  const it = await setUp()
  await makePrivate(it, 'build', 'vendor')
  const days = { [`durationDays.${it.taskIds['build']}`]: '11' }
  const kept = await keep(it, { ...days, criticalDate: '2026-09-18' }, { actor: it.lead })
  const share = { taskId: it.taskIds['build'], private: '' }
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: share })
  expect((await refusalOf(undo(it, kept.result.number))).status).toBe(403)
  expect((await planOf(it)).criticalDate).toBe('2026-09-18')
})

test('a change of a shared link names no task of one side’s own to the other', async () => {
  const it = await setUp()
  const { close, build, train } = it.taskIds
  await keep(it, { [`lag.${close}.${build}`]: '0' }, { actor: it.lead })
  await makePrivate(it, 'build', 'vendor')
  await keep(it, { [`lag.${close}.${train}`]: '2' }, { actor: it.lead })
  const { entries } = await activityOf(it, it.champion)
  expect(JSON.stringify(entries[0])).toContain('Train the team: starts at least 2 working days after it finishes')
  expect(JSON.stringify(entries[0])).not.toContain('Build')
})

test('a link of any kind is put back as it was, whether it was moved or taken away', async () => {
  const it = await setUp()
  const { close, train, build, legal, scope } = it.taskIds
  const dependsOn = [
    { task: train, lagDays: 1, type: 'SS' },
    { task: build, lagDays: -2, type: 'FF' },
    { task: legal, lagDays: 3, type: 'SF' },
  ]
  const edit = { actor: it.lead, scopeId: it.planId, input: { taskId: close, dependsOn } }
  await runCommand(it.parts, editTask, edit)
  const before = (await rowsOf(it))?.tasks
  const kept = await keep(it, {
    [`lag.${close}.${train}`]: 'SS 4',
    [`lag.${close}.${build}`]: '',
    [`lag.${close}.${legal}`]: '0',
    [`lag.${close}.${scope}`]: 'FF 0',
  })
  expect(await linkOf(it, 'close', 'train')).toMatchObject({ type: 'SS', lagDays: 4 })
  expect(await linkOf(it, 'close', 'build')).toBeUndefined()
  expect(await linkOf(it, 'close', 'legal')).toMatchObject({ type: 'FS', lagDays: 0 })
  expect(await linkOf(it, 'close', 'scope')).toMatchObject({ type: 'FF', lagDays: 0 })
  const { entries } = await activityOf(it, it.champion)
  expect(entries[0]?.changes[0]?.after).toContain('Train the team: starts at least 4 working days after it starts')

  await undo(it, kept.result.number)
  const sorted = (tasks = before) =>
    tasks?.map((task) => ({ ...task, dependsOn: task.dependsOn.toSorted((a, b) => (a.task < b.task ? -1 : 1)) }))
  expect(sorted((await rowsOf(it))?.tasks)).toEqual(sorted())
})

test('a link whose kind was changed since is not put back', async () => {
  const it = await setUp()
  const { close, train } = it.taskIds
  const kept = await keep(it, { [`lag.${close}.${train}`]: '2' })
  const input = { taskId: close, dependsOn: [{ task: train, lagDays: 2, type: 'SS' }] }
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input })
  expect((await refusalOf(undo(it, kept.result.number))).status).toBe(409)
})

test('a spread that followed the days is told, and goes back with them; one that someone changed since is not overwritten', async () => {
  const it = await setUp()
  const { legal } = it.taskIds
  const change = (input: Record<string, unknown>) =>
    runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId: legal, ...input } })
  await change({ atBest: '8', atWorst: '12' })
  const longer = await keep(it, { [`durationDays.${legal}`]: '20' })
  expect(await taskOf(it, legal)).toMatchObject({ optimisticDays: 8, pessimisticDays: 20 })
  const { entries } = await activityOf(it, it.champion)
  expect(entries[0]?.changes).toContainEqual({ label: 'Worst case', before: '12', after: '20' })
  await undo(it, longer.result.number)
  expect(await taskOf(it, legal)).toMatchObject({ durationDays: 10, optimisticDays: 8, pessimisticDays: 12 })

  const again = await keep(it, { [`durationDays.${legal}`]: '5' })
  expect(await taskOf(it, legal)).toMatchObject({ optimisticDays: 5, pessimisticDays: 12 })
  await change({ atBest: '4', atWorst: '12' })
  expect((await refusalOf(undo(it, again.result.number))).status).toBe(409)
  expect(await taskOf(it, legal)).toMatchObject({ durationDays: 5, optimisticDays: 4, pessimisticDays: 12 })
})

test('a date that has passed by now is put back where it stood, and cannot be requested again', async () => {
  const it = await setUp()
  const passed = '2026-06-10'
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('plan').set({ criticalDate: passed }).where('id', '=', it.planId).execute(),
  )
  const kept = await keep(it, { criticalDate: '2026-09-18' })
  expect((await refusalOf(keep(it, { criticalDate: passed }))).status).toBe(422)
  await undo(it, kept.result.number)
  expect((await planOf(it)).criticalDate).toBe(passed)
})
