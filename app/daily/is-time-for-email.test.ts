import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { type ReaderTime, isTimeForEmail } from './is-time-for-email.ts'

const berlin: ReaderTime = {
  timeZone: 'Europe/Berlin',
  calendar: { workweek: [1, 2, 3, 4, 5] },
  rhythm: 'daily',
  lastAt: null,
  invitedAt: null,
}
const at = (reader: Partial<ReaderTime>, now: string, lastAt: string | null = null) =>
  isTimeForEmail({ ...berlin, ...reader, lastAt: lastAt === null ? null : new Date(lastAt) }, new Date(now))

describe('the email of a day', () => {
  test('leaves from eight in the morning where its reader is, and not at night', () => {
    expect(at({}, '2026-06-17T05:59:59Z')).toBe(false)
    expect(at({}, '2026-06-17T06:00:00Z')).toBe(true)
    expect(at({}, '2026-06-17T15:59:00Z')).toBe(true)
    expect(at({}, '2026-06-17T16:00:00Z')).toBe(false)
    // 06:00 UTC is eleven at night in California, and 02:30 UTC eight in the morning in India.
    expect(at({ timeZone: 'America/Los_Angeles' }, '2026-06-17T06:00:00Z')).toBe(false)
    expect(at({ timeZone: 'America/Los_Angeles' }, '2026-06-17T15:00:00Z')).toBe(true)
    expect(at({ timeZone: 'Asia/Kolkata' }, '2026-06-17T02:30:00Z')).toBe(true)
  })

  test('leaves at eight on the days on which clocks change', () => {
    const everyDay = { calendar: { workweek: [1, 2, 3, 4, 5, 6, 7] } }
    expect(at(everyDay, '2026-03-29T05:59:00Z')).toBe(false)
    expect(at(everyDay, '2026-03-29T06:00:00Z')).toBe(true)
    expect(at(everyDay, '2026-10-25T06:59:00Z')).toBe(false)
    expect(at(everyDay, '2026-10-25T07:00:00Z')).toBe(true)
  })

  test('leaves once a day of the reader, not of UTC', () => {
    expect(at({}, '2026-06-17T15:00:00Z', '2026-06-17T06:05:00Z')).toBe(false)
    expect(at({}, '2026-06-18T06:05:00Z', '2026-06-17T06:05:00Z')).toBe(true)
    const auckland = { timeZone: 'Pacific/Auckland' }
    expect(at(auckland, '2026-06-17T20:05:00Z', '2026-06-16T20:05:00Z')).toBe(true)
  })

  test('leaves on working days alone, holidays and plant shutdowns left out', () => {
    const holiday = { calendar: { holidays: ['2026-06-17' as IsoDate] } }
    expect(at(holiday, '2026-06-17T08:00:00Z')).toBe(false)
    expect(at({}, '2026-06-20T08:00:00Z'), 'a Saturday').toBe(false)
    expect(at({ calendar: { workweek: [7, 1, 2, 3, 4] } }, '2026-06-21T08:00:00Z'), 'a Sunday in Israel').toBe(true)
  })

  test('once a week it leaves on Monday, or on the first working day after it', () => {
    const weekly = { rhythm: 'weekly' } as const
    expect(at(weekly, '2026-06-15T08:00:00Z', '2026-06-08T06:05:00Z')).toBe(true)
    expect(at(weekly, '2026-06-16T08:00:00Z', '2026-06-08T06:05:00Z')).toBe(false)
    const shut = { ...weekly, calendar: { holidays: ['2026-06-15' as IsoDate] } }
    expect(at(shut, '2026-06-15T08:00:00Z')).toBe(false)
    expect(at(shut, '2026-06-16T08:00:00Z')).toBe(true)
  })

  test('once a week it leaves on the next working day where an invitation took the place of Monday’s', () => {
    const monday = '2026-06-15T06:05:00Z'
    const invited = { rhythm: 'weekly', invitedAt: new Date(monday) } as const
    expect(at(invited, '2026-06-15T08:00:00Z', monday)).toBe(false)
    expect(at(invited, '2026-06-16T08:00:00Z', monday)).toBe(true)
    expect(at(invited, '2026-06-17T08:00:00Z', '2026-06-16T08:00:00Z')).toBe(false)
    expect(at({ rhythm: 'weekly' }, '2026-06-16T08:00:00Z', monday), 'after Monday’s own').toBe(false)
  })

  test('someone who wants none is asked by name at the hours and on the days of everyone', () => {
    const none = { rhythm: 'none' } as const
    expect(at(none, '2026-06-17T08:00:00Z')).toBe(true)
    expect(at(none, '2026-06-17T20:00:00Z'), 'at night').toBe(false)
    expect(at(none, '2026-06-20T08:00:00Z'), 'a Saturday').toBe(false)
  })
})
