import { expect, test } from 'vitest'
import { isWorse } from './model.ts'

test('worse means on the wrong side of the baseline, whichever way the target lies', () => {
  expect(isWorse({ baseline: 30, target: 1 }, 31)).toBe(true)
  expect(isWorse({ baseline: 30, target: 1 }, 29)).toBe(false)
  expect(isWorse({ baseline: 10, target: 40 }, 9.5)).toBe(true)
  expect(isWorse({ baseline: 10, target: 40 }, 12)).toBe(false)
})

test('no change at all is not worse', () => {
  expect(isWorse({ baseline: 30, target: 1 }, 30)).toBe(false)
})
