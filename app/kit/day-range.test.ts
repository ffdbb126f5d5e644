import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { dayRangeFaults, readDayRange } from './day-range.ts'

test('days that cannot be meant are asked about, beside their field', () => {
  const faults = (given: Record<string, string>) => dayRangeFaults(new URLSearchParams(given), '2026-06-17' as IsoDate)
  expect(faults({ from: '2026-06-01', to: '' })).toEqual([])
  expect(faults({ from: '0026-06-01', to: '2026-02-30' })).toEqual([
    { field: 'from', message: 'This is in the year 26. Did you mean 2026?' },
    { field: 'to', message: 'This date does not exist.' },
  ])
})

test('days that do not exist narrow nothing', () => {
  expect(readDayRange(new URLSearchParams({ from: '2026-02-30', to: ' 2026-06-30 ' }))).toEqual({ to: '2026-06-30' })
})
