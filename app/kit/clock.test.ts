import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, todayIn } from './clock.ts'

test.each([
  ['Europe/Berlin', '2026-06-17T08:00:00Z', '2026-06-16T22:00:00Z', '2026-06-17T22:00:00Z'],
  ['Asia/Kolkata', '2026-06-17T18:29:59Z', '2026-06-16T18:30:00Z', '2026-06-17T18:30:00Z'],
  ['Asia/Kolkata', '2026-06-17T18:30:00Z', '2026-06-17T18:30:00Z', '2026-06-18T18:30:00Z'],
  // 23 and 25 hours.
  ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  // Its clocks go from midnight to one o'clock.
  ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z'],
])('a day in %s at %s lasts from %s until %s', (timeZone, now, from, until) => {
  const found = dayIn(timeZone, new Date(now))
  expect([found.from, found.until]).toEqual([new Date(from), new Date(until)])
})

test('a day holds all of its moments and no others', () => {
  const zones = ['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo', 'Asia/Kathmandu', 'UTC']
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2036-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.constantFrom(...zones), moments, (timeZone, now) => {
      const { day, from, until } = dayIn(timeZone, now)
      const at = (moment: number) => todayIn(timeZone, new Date(moment))
      expect([at(from.getTime()), at(until.getTime() - 1)]).toEqual([day, day])
      expect(at(from.getTime() - 1) < day && day < at(until.getTime())).toBe(true)
    }),
  )
})
