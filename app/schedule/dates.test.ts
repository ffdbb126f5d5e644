import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#tests/reference/plans.ts'
import {
  addDays,
  compareDates,
  dateOf,
  daysBetween,
  firstDay,
  lastDay,
  parseDay,
  parseIsoDate,
  weekday,
} from './dates.ts'

describe('dates', () => {
  it('agree with the platform on every day from the year 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (number) => {
        const date = new Date(number * 86_400_000)
        const written = date.toISOString().slice(0, 10)
        expect(dateOf(number)).toBe(written)
        expect(parseDay(written)).toBe(number)
        expect(weekday(day(written))).toBe(date.getUTCDay() || 7)
      }),
      { numRuns: 2000, examples: [[firstDay], [lastDay], [0], [-1]] },
    )
  })

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-6-1',
    '26-06-01',
    '2026-06-01T00:00',
    '2026/06/01',
    '２０26-06-01',
    '',
  ])('do not exist: %s', (text) => {
    expect(parseIsoDate(text)).toBeNull()
  })

  it('exist on leap days', () => {
    expect(parseIsoDate('2024-02-29')).toBe('2024-02-29')
    expect(parseIsoDate('2000-02-29')).toBe('2000-02-29')
  })

  it('are added, counted and compared', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(daysBetween(day('2026-03-01'), day('2026-02-01'))).toBe(-28)
    expect(['2026-02-01', '2025-12-31'].map(day).sort(compareDates)).toEqual(['2025-12-31', '2026-02-01'])
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  })
})
