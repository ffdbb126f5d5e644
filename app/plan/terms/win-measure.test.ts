import { expect, test } from 'vitest'
import { compareWithTarget } from './win-measure.ts'

const less = { baseline: 30, target: 1 }
const more = { baseline: 10, target: 40 }

test.each([
  [less, 1, 'met'],
  [less, 0.5, 'met'],
  [less, 1.5, 'missed'],
  [less, 12, 'missed'],
  [less, 30, 'missed'],
  [less, 31, 'worse'],
  [more, 40, 'met'],
  [more, 41, 'met'],
  [more, 39.5, 'missed'],
  [more, 10, 'missed'],
  [more, 9.5, 'worse'],
] as const)('of %o, %d is %s', (win, measured, reached) => {
  expect(compareWithTarget(win, measured)).toBe(reached)
})
