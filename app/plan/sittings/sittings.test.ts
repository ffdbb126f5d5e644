import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf, weekday } from '#app/schedule/dates.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { type SittingRule, datesOf, sittingDates } from './sittings.ts'
import { nextWords, sittingWords } from './sitting-words.ts'

const plain = { name: null, notIn: [], notOn: [] }
const secondTuesday: SittingRule = { every: 'month', nth: 2, weekday: 2, ...plain }
const lastFriday: SittingRule = { every: 'month', nth: -1, weekday: 5, ...plain }
const thursdays: SittingRule = { every: 'week', weekdays: [4], weeks: 1, from: null, ...plain }

describe('dates of a rule', () => {
  it('are those that a calendar on the wall shows', () => {
    expect(datesOf(secondTuesday, day('2026-09-01'), day('2027-01-31'))).toEqual([
      '2026-09-08',
      '2026-10-13',
      '2026-11-10',
      '2026-12-08',
      '2027-01-12',
    ])
    expect(datesOf(lastFriday, day('2026-01-31'), day('2026-04-24'))).toEqual([
      '2026-02-27',
      '2026-03-27',
      '2026-04-24',
    ])
    expect(datesOf(thursdays, day('2026-12-17'), day('2027-01-07'))).toHaveLength(4)
  })

  it('leave out months and single days', () => {
    const rule = { ...thursdays, notIn: [12], notOn: [day('2026-11-26')] }
    expect(datesOf(rule, day('2026-11-19'), day('2027-01-07'))).toEqual(['2026-11-19', '2027-01-07'])
  })

  it('are counted every so many weeks from a day, and never lie before it', () => {
    const rule: SittingRule = { every: 'week', weekdays: [1, 3], weeks: 2, from: day('2026-06-03'), ...plain }
    expect(datesOf(rule, day('2026-05-01'), day('2026-06-30'))).toEqual([
      '2026-06-03',
      '2026-06-15',
      '2026-06-17',
      '2026-06-29',
    ])
    expect(datesOf(rule, day('2026-06-18'), day('2026-06-30'))).toEqual(['2026-06-29'])
  })

  it('take a short month’s last day for one that it does not have', () => {
    const rule: SittingRule = { every: 'monthday', day: 31, ...plain }
    expect(datesOf(rule, day('2026-01-01'), day('2026-04-30'))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('of a plan reach beyond its end', () => {
    const plan = { startOn: day('2026-06-01'), winBy: day('2026-10-30') }
    expect(sittingDates(lastFriday, plan, day('2026-06-17')).at(-1)).toBe('2029-10-26')
  })
})

const date = fc.integer({ min: dayOf(day('2020-01-01')), max: dayOf(day('2035-12-31')) }).map(dateOf)
const weekdayNumber = fc.integer({ min: 1, max: 7 })
const common = {
  name: fc.constant(null),
  notIn: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
  notOn: fc.array(date, { maxLength: 2 }),
}
const rules: fc.Arbitrary<SittingRule> = fc.oneof(
  fc.record({
    every: fc.constant('week' as const),
    weekdays: fc.uniqueArray(weekdayNumber, { minLength: 1 }),
    weeks: fc.integer({ min: 1, max: 9 }),
    from: date,
    ...common,
  }),
  fc.record({
    every: fc.constant('month' as const),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
    weekday: weekdayNumber,
    ...common,
  }),
  fc.record({ every: fc.constant('monthday' as const), day: fc.integer({ min: 1, max: 31 }), ...common }),
  fc.record({ every: fc.constant('dates' as const), dates: fc.array(date, { minLength: 1 }), ...common }),
)

/** Whether one day fits a rule, said day by day and without arithmetic over months. */
function fits(rule: SittingRule, it: ReturnType<typeof day>): boolean {
  if (rule.notIn.includes(Number(it.slice(5, 7))) || rule.notOn.includes(it)) return false
  const monthOf = (days: number) => addDays(it, days).slice(0, 7)
  const here = it.slice(0, 7)
  if (rule.every === 'dates') return rule.dates.includes(it)
  if (rule.every === 'monthday')
    return Number(it.slice(8)) === rule.day || (Number(it.slice(8)) < rule.day && monthOf(1) !== here)
  if (rule.every === 'month') {
    if (weekday(it) !== rule.weekday) return false
    if (rule.nth === -1) return monthOf(7) !== here
    return monthOf(-7 * (rule.nth - 1)) === here && monthOf(-7 * rule.nth) !== here
  }
  const from = rule.from ?? it
  const weeks = (dayOf(it) - weekday(it) - (dayOf(from) - weekday(from))) / 7
  return it >= from && rule.weekdays.includes(weekday(it)) && weeks % rule.weeks === 0
}

describe('every date', () => {
  it('fits its rule, and no day that fits is left out', () => {
    fc.assert(
      fc.property(rules, date, fc.integer({ min: 0, max: 400 }), (rule, from, length) => {
        const days = Array.from({ length: length + 1 }, (_, at) => addDays(from, at))
        expect(datesOf(rule, from, addDays(from, length))).toEqual(days.filter((it) => fits(rule, it)))
      }),
    )
  })
})

describe('words', () => {
  it('say the rule as people do', () => {
    expect(sittingWords({ ...secondTuesday, notIn: [12] })).toBe('second Tuesday of the month, except in December')
    expect(sittingWords({ ...thursdays, notIn: [7, 8], notOn: [day('2026-12-24')] })).toBe(
      'Thursdays, except in July and August and on 24 December 2026',
    )
    expect(sittingWords({ every: 'week', weekdays: [2, 4], weeks: 2, from: day('2026-06-04'), ...plain })).toBe(
      'Tuesdays and Thursdays, every other week from 4 June 2026',
    )
    expect([1, 2, 3, 11, 22, 31].map((n) => sittingWords({ every: 'monthday', day: n, ...plain }))).toEqual([
      'the 1st of the month',
      'the 2nd of the month',
      'the 3rd of the month',
      'the 11th of the month',
      'the 22nd of the month',
      'the 31st of the month, or its last day',
    ])
    expect(sittingWords({ every: 'dates', dates: [day('2026-04-14'), day('2026-05-12')], ...plain })).toBe(
      '14 April 2026 and 12 May 2026',
    )
  })

  it('tell a row the next two days', () => {
    const dates = ['2026-03-10', '2026-04-14', '2026-05-12', '2026-06-09']
    expect(nextWords('board sits', dates, '2026-04-14')).toBe('board sits 14 Apr, 12 May')
    expect(nextWords(null, dates, '2026-06-01')).toBe('only on 9 Jun')
    expect(nextWords(null, dates, '2026-07-01')).toBe('')
  })
})
