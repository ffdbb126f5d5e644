import { expect, test } from 'vitest'
import { day, planRows } from '#tests/samples/plan-rows.ts'
import type { Goal } from '../view/goal.ts'
import { healthReasons } from './health-reasons.ts'

const today = day('2026-06-17')
const live: Goal = { kind: 'go-live', id: 'live', by: day('2026-09-15'), expected: day('2026-09-01'), lateDays: 0 }
const quiet = { customerOn: null, questionOn: null }

test('a customer who has not joined is not silent, and one who did something nine days ago is not either', () => {
  const rows = planRows()
  expect(healthReasons({ rows, signs: quiet, goal: live }, today)).toEqual([])
  expect(healthReasons({ rows, signs: { ...quiet, customerOn: day('2026-06-08') }, goal: live }, today)).toEqual([])
})

test('silence and an open question are said with their days, the question first', () => {
  const signs = { customerOn: day('2026-06-07'), questionOn: day('2026-06-10') }
  expect(healthReasons({ rows: planRows(), signs, goal: live }, today)).toEqual([
    'Question unanswered since 10 June',
    'Customer silent for 10 days',
  ])
})

test('a win is unconfirmed once all is done and only the confirmation is left', () => {
  const { tasks, ...rows } = planRows()
  const win: Goal = { ...live, kind: 'win', id: 'win' }
  const done = tasks.map((task) => ({ ...task, doneOn: today }))
  const words = ['First win not confirmed yet']
  expect(healthReasons({ rows: { ...rows, tasks: done }, signs: quiet, goal: win }, today)).toEqual(words)
  expect(healthReasons({ rows: { ...rows, tasks: done }, signs: quiet, goal: live }, today)).toEqual([])
  expect(healthReasons({ rows: { ...rows, tasks }, signs: quiet, goal: win }, today)).toEqual([])
})
