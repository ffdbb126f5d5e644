import { expect, test } from 'vitest'
import { answerTimeWords } from './answer-time-words.ts'
import { medianOf } from './median-of.ts'

const hours = (...them: number[]) => them.map((it) => it * 3_600_000)

test('the middle is never better than it was', () => {
  expect(medianOf([])).toBeNull()
  expect(medianOf([5, 1, 9])).toBe(5)
  expect(medianOf([1, 9])).toBe(9)
})

test.each([
  [hours(), null],
  [hours(0.2), 'The one question so far was answered within 1 working hour.'],
  [hours(1, 2.5, 20), 'Half of the 3 questions so far were answered within 3 working hours.'],
  [hours(9, 17), 'Half of the 2 questions so far were answered within 3 working days.'],
])('%j', (times, words) => expect(answerTimeWords(times, 8 * 3_600_000)).toBe(words))

test('a working day is as long as the workspace says', () => {
  expect(answerTimeWords(hours(5), 4 * 3_600_000)).toContain('within 2 working days')
})
