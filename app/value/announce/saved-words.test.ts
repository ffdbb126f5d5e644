import { expect, test } from 'vitest'
import { savedWords } from './saved-words.ts'

const saved = (baseline: number, target: number, measured: number, unit = 'days') =>
  savedWords({ baseline, target, measured, unit })

test('what was saved is the difference and its share of the baseline', () => {
  expect(saved(30, 1, 1)).toBe('29 days less (97%)')
  expect(saved(30, 1, 29)).toBe('1 day less (3%)')
  expect(saved(40, 60, 56, 'customers')).toBe('16 customers more (40%)')
  expect(saved(2, 40, 50, 'orders')).toBe('48 orders more (2,400%)')
})

test('a target that was missed still leaves what got better, and nothing where it did not', () => {
  expect(saved(30, 1, 12)).toBe('18 days less (60%)')
  expect(saved(30, 1, 30)).toBeNull()
  expect(saved(30, 1, 31)).toBeNull()
  expect(saved(40, 60, 39)).toBeNull()
})

test('no share of nothing, none that rounds to nothing, and all only where all is gone', () => {
  expect(saved(0, 12, 12, 'orders')).toBe('12 orders more')
  expect(saved(10_000, 1, 9_999, 'tickets')).toBe('1 tickets less')
  expect(saved(1_000, 0, 1, 'faults')).toBe('999 faults less (99%)')
  expect(saved(1_000, 0, 0, 'faults')).toBe('1,000 faults less (100%)')
  expect(saved(-10, -40, -20, 'degrees')).toBe('10 degrees less (100%)')
})

test('percentages differ in points, without a share', () => {
  expect(saved(11, 2, 2, '% rebooked')).toBe('9 percentage points less')
  expect(saved(80, 95, 81, '%')).toBe('1 percentage point more')
})

test('what floating point adds is not told', () => {
  expect(saved(0.3, 0.1, 0.1, 'hours')).toBe('0.2 hours less (67%)')
})
