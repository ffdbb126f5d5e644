import { expect, test } from 'vitest'
import type { Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { unitStaysWords } from '#app/plan/core/unit-stays-words.ts'
import { getWinForForm, getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { eventsOf, refusalOf, setUp } from '#tests/factories/plan-setting.ts'

test('a correction that misses the target asks, unless the statement changes with it or is still true', async () => {
  const it = await setUp()
  const { parts, champion, planId } = it
  const as = { actor: champion, scopeId: planId }
  await runCommand(parts, confirmFirstWin, { ...as, input: { winVersion: 1, measuredValue: '1' } })
  const correct = (input: object) => runCommand(parts, correctFirstWin, { ...as, input })
  const won = async () =>
    (await getWinForPlan(parts, { actor: champion, standings: new Set(['champion']) }, planId)).won

  expect((await refusalOf(correct({ measuredValue: '3' }))).faults).toEqual([
    { field: 'wordsHold', message: expect.stringContaining('3 days misses the target of 1 day.') },
  ])
  expect(await refusalOf(correct({ target: '0.5' }))).toMatchObject({ faults: [{ field: 'wordsHold' }] })
  expect(await won()).toMatchObject({ measured: 1, target: 1 })
  await correct({ measuredValue: '2', statement: 'We closed the books in two days.' })
  expect(await won()).toMatchObject({ measured: 2, statement: 'We closed the books in two days.' })
  expect(await refusalOf(correct({ measuredValue: '3' }))).toMatchObject({ faults: [{ field: 'wordsHold' }] })
  await correct({ measuredValue: '3', wordsHold: 'yes' })
  expect(await won()).toMatchObject({ measured: 3, statement: 'We closed the books in two days.' })
  await correct({ measure: 'time to close a month, group' })
  expect(await won()).toMatchObject({ measure: 'time to close a month, group' })
})

test('a corrected unit asks about figures that stay as they were, and changes no more once values were measured in it', async () => {
  const it = await setUp()
  const { parts } = it
  const as = { actor: it.champion, scopeId: it.planId }
  const correct = (input: object) => runCommand(parts, correctFirstWin, { ...as, input })
  await runCommand(parts, confirmFirstWin, { ...as, input: { winVersion: 1, measuredValue: '1' } })
  const inHours = { unit: 'hours', baseline: '720', target: '24' }
  for (const input of [{ unit: 'hours' }, inHours])
    expect((await refusalOf(correct(input))).faults).toMatchObject([{ field: 'unitHolds' }])
  await correct({ ...inHours, measuredValue: '23' })
  await correct({ unit: 'hour', unitHolds: 'yes' })
  const measured = await setUp()
  const who = { actor: measured.champion, scopeId: measured.planId }
  await runCommand(parts, recordMeasurement, { ...who, input: { measuredValue: '4' } })
  await runCommand(parts, confirmFirstWin, { ...who, input: { winVersion: 1, measuredValue: '1' } })
  const again = runCommand(parts, correctFirstWin, { ...who, input: { unit: 'hours', unitHolds: 'yes' } })
  expect(await refusalOf(again)).toMatchObject({ status: 409, message: unitStaysWords('days') })
})

test('the day on which it happened is corrected like the rest: never ahead, logged, and taken away again', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  const { parts, champion, planId } = it
  const as = { actor: champion, scopeId: planId }
  const viewer = { actor: champion, standings: new Set<Standing>(['champion']) }
  const input = { winVersion: 1, measuredValue: '1', reachedOn: '2026-06-10' }
  await runCommand(parts, confirmFirstWin, { ...as, input })
  const correct = (reachedOn: string, seen: string) =>
    runCommand(parts, correctFirstWin, { ...as, input: { reachedOn }, seen: { reachedOn: seen } })
  const form = async () => (await getWinForForm(parts, viewer, planId)).reachedOn
  expect(await form()).toBe('2026-06-10')
  expect((await refusalOf(correct('2026-06-18', '2026-06-10'))).faults).toMatchObject([{ field: 'reachedOn' }])
  await correct('2026-06-12', '2026-06-10')
  expect(await form()).toBe('2026-06-12')
  expect(await refusalOf(correct('2026-06-11', '2026-06-10'))).toMatchObject({
    status: 409,
    conflicts: [{ field: 'reachedOn', theirs: '2026-06-12' }],
  })
  await runCommand(parts, correctFirstWin, { ...as, input: { measure: 'time to close' }, seen: {} })
  expect(await form(), 'a form without the day').toBe('2026-06-12')
  await correct('', '2026-06-12')
  expect(await form()).toBe(null)
  expect((await eventsOf(it)).filter(({ event }) => event === 'first win corrected')).toMatchObject([
    { changes: { reachedOn: { before: '2026-06-10', after: '2026-06-12' } } },
    { changes: { measure: {} } },
    { changes: { reachedOn: { before: '2026-06-12', after: null } } },
  ])
})
