import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { processorTime } from '#tests/harness/slowness.ts'
import { type DayRule, WorkCalendar, outOfRange, horizonDays } from './work-calendar.ts'
import { dayOf, firstDay, lastDay, weekdayOfDay } from './dates.ts'
import type { IsoDate } from './model.ts'

const day = (date: string) => dayOf(date as IsoDate)
const origin = day('2026-06-01')
const weekdays: DayRule = { week: 0b11111, off: [], extra: [] }

const works = (rules: readonly DayRule[], at: number) =>
  rules.every(
    ({ week, off, extra }) =>
      extra.includes(at) ||
      (((week >> weekdayOfDay(at)) & 1) === 1 && !off.some(({ from, to }) => at >= from && at <= to)),
  )

describe('a calendar', () => {
  test('counts the days that all of its rules work, near and far, and finds each again', () => {
    const near = fc.integer({ min: origin - 700, max: origin + 1_500 })
    const anyDay = fc.oneof(near, fc.integer({ min: firstDay + 4_000, max: lastDay - 4_000 }))
    const rule = fc.record({
      week: fc.integer({ min: 1, max: 127 }),
      off: fc.array(
        fc.tuple(anyDay, fc.integer({ min: 0, max: 90 })).map(([from, length]) => ({ from, to: from + length })),
        { maxLength: 6 },
      ),
      extra: fc.array(anyDay, { maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 2 }), anyDay, (rules, from) => {
        fc.pre(rules.reduce((week, it) => week & it.week, 127) !== 0)
        const calendar = new WorkCalendar(rules, origin)
        let index = calendar.before(from)
        for (let at = from; at < from + 120; at++) {
          expect(calendar.before(at)).toBe(index)
          if (works(rules, at)) expect(calendar.dayAt(index++)).toBe(at)
        }
      }),
    )
  })

  test('has index 0 on the first working day from its origin on, and no day after the last', () => {
    const calendar = new WorkCalendar([weekdays], day('2026-06-06'))
    expect([calendar.dayAt(0), calendar.dayAt(-1)]).toEqual([day('2026-06-08'), day('2026-06-05')])
    const count = calendar.before(lastDay + 1)
    expect([calendar.dayAt(count - 1), calendar.dayAt(count)]).toEqual([lastDay, outOfRange])
    expect(calendar.dayAt(calendar.before(firstDay) - 1)).toBe(-outOfRange)
    expect([calendar.emptyAbove, calendar.emptyBelow]).toEqual([false, false])
  })

  test('ends where no one works for ten years, on that side alone', () => {
    const closed = (days: number): DayRule => ({
      ...weekdays,
      off: [{ from: day('2300-01-01'), to: day('2300-01-01') + days }],
    })
    const open = new WorkCalendar([closed(horizonDays - 10)], origin)
    expect([open.emptyAbove, open.dayAt(open.before(day('2400-01-01')))]).toEqual([false, day('2400-01-03')])
    const over = new WorkCalendar([closed(horizonDays + 10)], origin)
    expect([over.emptyAbove, over.emptyBelow]).toEqual([true, false])
    expect(over.dayAt(over.before(day('2400-01-01')))).toBe(outOfRange)
    expect(over.dayAt(over.before(day('2300-01-01')) - 1)).toBe(day('2299-12-29'))
    const past = new WorkCalendar([{ ...weekdays, off: [{ from: firstDay, to: day('2000-12-31') }] }], origin)
    expect([past.emptyAbove, past.emptyBelow]).toEqual([false, true])
    expect(past.dayAt(past.before(day('2001-01-01')) - 1)).toBe(-outOfRange)
  })

  test('is cheap however far it is asked', () => {
    const calendar = new WorkCalendar([weekdays, { ...weekdays, week: 0b1111 }], origin)
    const taken = processorTime(() => {
      for (let index = 0; index < 1_500_000; index += 100) calendar.dayAt(index)
    })
    expect(taken).toBeLessThan(150)
  })
})
