import { describe, expect, it } from 'vitest'
import { timeAgo, dateSpan, longDate, monthName, movedDate, nearDate, shortDate, weekdayDate } from './date-words.ts'

describe('dates in words', () => {
  it('names day and month, and the year only when it is another one', () => {
    expect(longDate('2026-09-15')).toBe('15 September 2026')
    expect(longDate('2026-09-15', '2026-06-17')).toBe('15 September')
    expect(longDate('2027-01-05', '2026-06-17')).toBe('5 January 2027')
    expect(longDate('2026-10-29', '2026-01-02')).toBe('29 October')
    expect(longDate('2026-10-30', '2026-01-02'), 'over 300 days').toBe('30 October 2026')
    expect(longDate('2026-01-02', '2026-12-30'), 'past, of this year').toBe('2 January')
  })
  it('shortens every month to three letters, September too', () => {
    expect(shortDate('2026-06-15', '2026-06-17')).toBe('15 Jun')
    expect(shortDate('2026-09-15', '2026-06-17')).toBe('15 Sep')
    expect(shortDate('2027-09-01', '2026-06-17')).toBe('1 Sep 2027')
  })
  it('says from when to when a day moves, the month once where it stays', () => {
    expect(movedDate('2026-03-12', '2026-03-16', '2026-02-01')).toBe('12 → 16 March')
    expect(movedDate('2026-02-28', '2026-03-03', '2026-02-01')).toBe('28 February → 3 March')
    expect(movedDate('2026-12-30', '2027-01-04', '2026-06-17')).toBe('30 December → 4 January 2027')
  })
  it('says the weekday and the month', () => {
    expect(weekdayDate('2026-06-11')).toBe('Thursday, 11 June 2026')
    expect(weekdayDate('2026-06-11', '2026-06-01')).toBe('Thursday, 11 June')
    expect(monthName('2026-06-11')).toBe('June')
    expect(monthName('2027-01-01', true)).toBe('January 2027')
  })
  it('says today and tomorrow', () => {
    expect(nearDate('2026-06-17', '2026-06-17')).toBe('today')
    expect(nearDate('2026-07-01', '2026-06-30')).toBe('tomorrow')
    expect(nearDate('2026-06-19', '2026-06-17')).toBe('19 June')
    expect(nearDate('2026-06-16', '2026-06-17')).toBe('16 June')
  })
  it('joins the two ends of a period', () => {
    const today = '2026-06-17'
    expect(dateSpan('2026-08-03', '2026-08-14', today)).toBe('3 – 14 August')
    expect(dateSpan('2026-07-28', '2026-08-03', today)).toBe('28 July – 3 August')
    expect(dateSpan('2026-08-03', '2026-08-03', today)).toBe('3 August')
    expect(dateSpan('2027-08-03', '2027-08-14', today)).toBe('3 – 14 August 2027')
    expect(dateSpan('2027-07-28', '2027-08-03', today)).toBe('28 July 2027 – 3 August 2027')
    expect(dateSpan('2026-12-21', '2027-01-03', today)).toBe('21 December 2026 – 3 January 2027')
    expect(dateSpan('2026-08-03', '2026-08-14')).toBe('3 – 14 August 2026')
  })
  it('says how long ago something was', () => {
    const now = new Date('2026-06-17T12:00:00Z')
    expect(timeAgo('2026-06-17T11:59:40Z', now)).toBe('just now')
    expect(timeAgo('2026-06-17T11:58:50Z', now)).toBe('a minute ago')
    expect(timeAgo('2026-06-17T11:56:00Z', now)).toBe('4 minutes ago')
    expect(timeAgo('2026-06-17T10:30:00Z', now)).toBe('an hour ago')
    expect(timeAgo('2026-06-16T06:00:00Z', now)).toBe('a day ago')
    // Monday, seen on a Wednesday.
    expect(timeAgo('2026-06-15T13:00:00Z', now)).toBe('a day ago')
    expect(timeAgo('2025-12-31T06:00:00Z', now)).toBe('on 31 December 2025')
  })
})
