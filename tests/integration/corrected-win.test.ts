import { expect, test } from 'vitest'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { refusalOf, setUp } from '#tests/factories/plan-setting.ts'

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
