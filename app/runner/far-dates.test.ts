import { describe, expect, test } from 'vitest'
import { calendarInput, editTaskInput, termsInput } from '#app/plan/model.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { farDates } from './far-dates.ts'

const today = '2026-11-28' as IsoDate
const nothing = () => null
const asked = (
  schema: typeof termsInput | typeof calendarInput | typeof editTaskInput,
  raw: object,
  stored: (field: string) => unknown = nothing,
) => farDates(schema, { read: schema.parse(raw), sent: raw }, today, stored).map(({ field }) => field)

describe('days far from today are asked about, beside their field', () => {
  test('plain ones, and left out ones not', () => {
    expect(asked(termsInput, { criticalDate: '9999-12-31', winBy: '2027-03-01' })).toEqual(['criticalDate'])
    expect(asked(termsInput, { project: '9999-12-31' })).toEqual([])
  })

  test('in the rows of a list', () => {
    const closed = [
      { from: '2027-01-04', to: '2027-01-08', why: 'stocktaking' },
      { from: '0027-01-04', to: '2027-01-08', why: 'x' },
    ]
    expect(asked(calendarInput, { vendorClosed: closed, customerDays: [{ date: '2099-01-01', why: 'y' }] })).toEqual([
      'vendorClosed',
      'customerDays',
    ])
  })

  test('by the row of its form', () => {
    const closed = [
      { from: '2027-01-04', to: '2027-01-08', why: 'stocktaking', at: 1 },
      { from: '0027-01-04', to: '2027-01-08', why: 'x', at: 3 },
    ]
    const sent = { vendorClosed: closed }
    const [fault] = farDates(calendarInput, { read: calendarInput.parse(sent), sent }, today, nothing)
    expect(fault?.message).toBe('Row 3: This is in the year 27. Did you mean 2027?')
  })

  test('in whichever form a rule has', () => {
    const taskId = '0195a0a0-0000-7000-8000-000000000001'
    expect(asked(editTaskInput, { taskId, sittings: { every: 'dates', dates: ['2027-01-01', '3027-01-01'] } })).toEqual(
      ['sittings'],
    )
    expect(
      asked(editTaskInput, { taskId, sittings: { every: 'week', weekdays: ['1'], weeks: '2', from: '0026-01-01' } }),
    ).toEqual(['sittings'])
    expect(
      asked(editTaskInput, { taskId, sittings: { every: 'month', nth: 1, weekday: '1', notOn: ['1026-01-01'] } }),
    ).toEqual(['sittings'])
  })

  test('what stands there already may stay', () => {
    const stored = (field: string) => (field === 'winBy' ? '9999-12-31' : null)
    expect(asked(termsInput, { winBy: '9999-12-31' }, stored)).toEqual([])
    expect(asked(termsInput, { winBy: '9999-12-30' }, stored)).toEqual(['winBy'])
  })
})
