import { expect, test } from 'vitest'
import { day } from '#tests/reference/plans.ts'
import { quarterOf } from './quarter.ts'

test.each([
  ['2026-01-01', { year: 2026, quarter: 1 }],
  ['2026-03-31', { year: 2026, quarter: 1 }],
  ['2026-04-01', { year: 2026, quarter: 2 }],
  ['2026-09-30', { year: 2026, quarter: 3 }],
  ['2028-12-31', { year: 2028, quarter: 4 }],
])('%s is in its calendar quarter', (date, quarter) => {
  expect(quarterOf(day(date))).toEqual(quarter)
})
