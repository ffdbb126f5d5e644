import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDate, toDay, workingDays } from '#tests/reference/days.ts'
import { day, plan } from '#tests/reference/plans.ts'
import { calendars } from '#tests/reference/requests.ts'
import {
  calendarFor,
  durationBetween,
  finishOfWork,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

const june = calendarFor({ vendor: { holidays: [day('2026-06-04')] } }, 'vendor', day('2026-06-01'))

describe('working days', () => {
  it('are counted from the day after, as slack is', () => {
    expect(workingDaysBetween(june, day('2026-06-03'), day('2026-06-08'))).toBe(2)
    expect(workingDaysBetween(june, day('2026-06-08'), day('2026-06-03'))).toBe(-2)
    expect(workingDaysBetween(june, day('2026-06-05'), day('2026-06-07'))).toBe(0)
  })

  it('follow and precede a day off', () => {
    expect(isWorkingDay(june, day('2026-06-04'))).toBe(false)
    expect(nextWorkingDay(june, day('2026-06-06'))).toBe('2026-06-08')
    expect(nextWorkingDay(june, day('2026-06-05'))).toBe('2026-06-05')
    expect(previousWorkingDay(june, day('2026-06-04'))).toBe('2026-06-03')
  })

  it('make durations and finishes of each other', () => {
    expect(finishOfWork(june, day('2026-06-03'), 2)).toBe('2026-06-05')
    expect(durationBetween(june, day('2026-06-03'), day('2026-06-05'))).toBe(2)
    expect(finishOfWork(june, day('2026-06-03'), 0)).toBe('2026-06-03')
  })

  it('are none where no one ever works', () => {
    const never = calendarFor({ vendor: { workweek: [] } }, 'vendor', day('2026-06-01'))
    expect(nextWorkingDay(never, day('2026-06-01'))).toBeNull()
    expect(previousWorkingDay(never, day('2026-06-01'))).toBeNull()
  })

  it('are the same by tables as day by day, near and far from where the table began', () => {
    const far = fc.integer({ min: -4000, max: 4000 })
    fc.assert(
      fc.property(calendars, calendars, far, far, (vendor, customer, from, span) => {
        const specs = { vendor, customer }
        const works = workingDays(plan([], { calendars: specs }))
        const start = toDay('2026-06-01') + from
        const calendar = calendarFor(specs, 'both', day('2026-06-01'))
        let count = 0
        const length = Math.abs(span) % 60
        for (let next = start + 1; next <= start + length; next++) if (works('both', next)) count++
        expect(workingDaysBetween(calendar, day(toDate(start)), day(toDate(start + length)))).toBe(count)
      }),
    )
  })
})
