import { expect, test } from 'vitest'
import { editTask } from '#app/plan/commands/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { activityOf, keep, linkOf, makePrivate, rowsOf, undo } from '#tests/factories/adjusting.ts'
import { planOf, refusalOf, setUp } from '#tests/factories/plan-setting.ts'

test('a link to a step of one side’s own is taken back by that side alone, and is no term', async () => {
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

test('a change of a shared link names no step of one side’s own to the other', async () => {
  const it = await setUp()
  const { close, build, train } = it.taskIds
  await keep(it, { [`lag.${close}.${build}`]: '0' }, { actor: it.lead })
  await makePrivate(it, 'build', 'vendor')
  await keep(it, { [`lag.${close}.${train}`]: '2' }, { actor: it.lead })
  const { entries } = await activityOf(it, it.champion)
  expect(JSON.stringify(entries[0])).toContain('Train the team: 2 working days later')
  expect(JSON.stringify(entries[0])).not.toContain('Build')
})
