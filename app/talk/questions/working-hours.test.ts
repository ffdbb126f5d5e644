import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hour } from '#app/kit/durations.ts'
import { calendarFor } from '#app/schedule/working-days.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { afterWorkingTime, lengthOfDay, workingTimeBetween } from './working-hours.ts'

const holidays = ['2026-06-24'] as IsoDate[]
const calendar = calendarFor({ vendor: { workweek: [1, 2, 3, 4, 5], holidays } }, 'vendor', '2026-06-17' as IsoDate)
const day = { from: '09:00', to: '17:00' }
const berlin = { calendar, timeZone: 'Europe/Berlin', ...day }
const after = (from: string, hours: number, of = berlin) =>
  afterWorkingTime(new Date(from), hours * hour, of).toISOString()

test.each([
  // Wednesday, 10:00 in Berlin.
  ['2026-06-17T08:00:00Z', 2, '2026-06-17T10:00:00.000Z'],
  ['2026-06-17T08:00:00Z', 7, '2026-06-17T15:00:00.000Z'],
  ['2026-06-17T08:00:00Z', 8, '2026-06-18T08:00:00.000Z'],
  // Friday, 16:00, and at night: the time starts with the next working hour.
  ['2026-06-19T14:00:00Z', 2, '2026-06-22T08:00:00.000Z'],
  ['2026-06-20T21:00:00Z', 1, '2026-06-22T08:00:00.000Z'],
  ['2026-06-18T20:00:00Z', 1, '2026-06-19T08:00:00.000Z'],
  // Before a public holiday, and over the change of the clocks on 25 October.
  ['2026-06-23T14:00:00Z', 2, '2026-06-25T08:00:00.000Z'],
  ['2026-10-23T14:00:00Z', 2, '2026-10-26T09:00:00.000Z'],
])('from %s, %d working hours end at %s', (from, hours, to) => {
  expect(after(from, hours)).toBe(to)
})

test('the hours are those of the zone', () => {
  expect(after('2026-06-17T20:00:00Z', 1, { ...berlin, timeZone: 'America/New_York' })).toBe('2026-06-17T21:00:00.000Z')
  expect(after('2026-06-17T03:30:00Z', 1, { ...berlin, timeZone: 'Asia/Kolkata' })).toBe('2026-06-17T04:30:00.000Z')
})

test('the working day is as long as the workspace says, up to midnight', () => {
  const short = { ...berlin, from: '08:30', to: '12:00' }
  // Wednesday, 11:00 in Berlin: an hour today, the second from 8:30 the next day.
  expect(after('2026-06-17T09:00:00Z', 2, short)).toBe('2026-06-18T07:30:00.000Z')
  expect(lengthOfDay(short)).toBe(3.5 * hour)
  expect(after('2026-06-17T20:30:00Z', 2, { ...berlin, to: '24:00' })).toBe('2026-06-18T07:30:00.000Z')
})

test('what is promised after some working time is that far away, whenever it is asked', () => {
  const start = Date.parse('2026-06-01T00:00:00Z')
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')
  const days = fc.constantFrom(day, { from: '06:30', to: '24:00' }, { from: '00:00', to: '00:30' })
  const minutes = (most: number) => fc.integer({ min: 1, max: most }).map((n) => n * 60_000)
  fc.assert(
    fc.property(minutes(60 * 24 * 300), minutes(60 * 40), zones, days, (away, ms, timeZone, times) => {
      const from = new Date(start + away)
      const hours = { calendar, timeZone, ...times }
      const to = afterWorkingTime(from, ms, hours)
      expect(workingTimeBetween(from, to, hours)).toBe(ms)
    }),
    { numRuns: 60 },
  )
})
