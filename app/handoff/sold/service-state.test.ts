import { expect, test } from 'vitest'
import { serviceState } from './service-state.ts'

const days = (paid: number, planned: number, used: number) => serviceState({ unit: 'days', paid, planned, used })

test.each([
  [20, 20, 0, null],
  [20, 18, 15.9, null],
  [20, 18, 16, 'nearly used up'],
  [20, 18, 20, 'used up'],
  [20, 18, 25, 'used up'],
  [20, 21, 3, 'not enough'],
  [0, 0, 0, null],
  [0, 0, 1, 'used up'],
] as const)('of %d paid days, %d planned and %d used: %s', (paid, planned, used, state) => {
  expect(days(paid, planned, used)).toBe(state)
})
