import { expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { doubtsBeside, winDoubts } from './win-doubts.ts'

const sound = {
  statement: 'We closed the books in one day.',
  measure: 'time to close a month',
  unit: 'days',
  winBy: day('2026-10-30'),
  criticalDate: day('2026-09-15'),
  taskDays: [10, 2],
}

test('a small, early win with a number and tasks raises no doubt', () => {
  expect(winDoubts(sound)).toEqual([])
  expect(winDoubts({ ...sound, unit: '%', winBy: day('2026-12-14'), taskDays: [30] })).toEqual([])
})

test.each([
  ['too big', { taskDays: [20, 11] }],
  ['too late', { winBy: day('2026-12-15') }],
  ['unmeasurable', { unit: 'better' }],
  ['unmeasurable', { unit: '-' }],
  ['unmeasurable', { measure: 'Satisfaction', unit: 'satisfaction' }],
  ['no task', { taskDays: [] }],
] as const)('a win that looks %s is doubted', (doubt, more) => {
  expect(winDoubts({ ...sound, ...more })).toEqual([doubt])
})

test('a doubt stands beside the field that people would change', () => {
  const doubted = { ...sound, unit: 'better', winBy: '2026-12-15', taskDays: [20, 11] }
  expect(doubtsBeside(doubted)).toEqual({ statement: ['too big'], unit: ['unmeasurable'], winBy: ['too late'] })
  expect(doubtsBeside({ ...sound, taskDays: [] }).statement).toEqual(['no task'])
})

test('what is still empty, or half a date, is not doubted', () => {
  const begun = { statement: ' ', measure: '', unit: '', winBy: '2026-12', criticalDate: '', taskDays: [] }
  expect(doubtsBeside(begun)).toEqual({ statement: [], unit: [], winBy: [] })
})
