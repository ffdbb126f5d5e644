import { expect, test } from 'vitest'
import { savedWords } from './saved-words.ts'

const saved = (baseline: number, target: number, measured: number, unit = 'days') =>
  savedWords({ baseline, target, measured, unit })

test('what was saved is the difference and its share of the baseline', () => {
  expect(saved(30, 1, 1)).toBe('Down by 29 days (97%)')
  expect(saved(30, 1, 29)).toBe('Down by 1 day (3%)')
  expect(saved(40, 60, 56, 'customers')).toBe('Up by 16 customers (40%)')
  expect(saved(2, 40, 50, 'orders')).toBe('Up by 48 orders (2,400%)')
})

test('a target that was missed still leaves what got better, and nothing where it did not', () => {
  expect(saved(30, 1, 12)).toBe('Down by 18 days (60%)')
  expect(saved(30, 1, 30)).toBeNull()
  expect(saved(30, 1, 31)).toBeNull()
  expect(saved(40, 60, 39)).toBeNull()
})

test('no share of nothing or of a negative baseline, none that rounds to nothing, and all only where all is gone', () => {
  expect(saved(0, 12, 12, 'orders')).toBe('Up by 12 orders')
  expect(saved(10_000, 1, 9_999, 'tickets')).toBe('Down by 1 tickets')
  expect(saved(1_000, 0, 1, 'faults')).toBe('Down by 999 faults (99%)')
  expect(saved(1_000, 0, 0, 'faults')).toBe('Down by 1,000 faults (100%)')
  expect(saved(-10, -40, -20, 'degrees')).toBe('Down by 10 degrees')
})

test('percentages differ in points, without a share', () => {
  expect(saved(11, 2, 2, '% rebooked')).toBe('Down by 9 percentage points')
  expect(saved(80, 95, 81, '%')).toBe('Up by 1 percentage point')
})

test('what floating point adds is not told', () => {
  expect(saved(0.3, 0.1, 0.1, 'hours')).toBe('Down by 0.2 hours (67%)')
})

test('a unit that is written from right to left keeps its direction to itself', () => {
  expect(saved(30, 1, 10, 'ימים')).toBe('Down by 20 \u2068ימים\u2069 (67%)')
})
