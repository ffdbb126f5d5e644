import { describe, expect, it } from 'vitest'
import {
  ago,
  amount,
  capital,
  count,
  dateSpan,
  initials,
  listWords,
  longDate,
  monthName,
  movedDate,
  nearDate,
  possessive,
  quoted,
  shortDate,
  bufferWords,
  weekdayDate,
  withUnit,
} from './words.ts'

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
})

describe('slack in words', () => {
  it('never leaves the meaning to a colour', () => {
    expect(bufferWords(6)).toBe('6 days buffer')
    expect(bufferWords(1)).toBe('1 day buffer')
    expect(bufferWords(0)).toBe('no buffer')
    expect(bufferWords(-1)).toBe('1 day late')
    expect(bufferWords(-2)).toBe('2 days late')
  })
})

describe('other words', () => {
  it('counts, joins and owns', () => {
    expect(count(1, 'task')).toBe('1 task')
    expect(count(0, 'task')).toBe('0 tasks')
    expect(amount(1250.5)).toBe('1,250.5')
    expect(listWords(['logo'])).toBe('logo')
    expect(listWords(['logo', 'quote', 'call'])).toBe('logo, quote and call')
    expect(possessive('Brightline')).toBe('Brightline’s')
    expect(possessive('Halden Foods')).toBe('Halden Foods’')
    expect(capital('a task')).toBe('A task')
  })
  it('takes initials from the first and the last name', () => {
    expect(initials('Priya Raman')).toBe('PR')
    expect(initials('  Ana María de la Cruz ')).toBe('AC')
    expect(initials('Øyvind')).toBe('Ø')
    expect(initials('')).toBe('')
  })
  it('says how long ago something was', () => {
    const now = new Date('2026-06-17T12:00:00Z')
    expect(ago('2026-06-17T11:59:40Z', now)).toBe('just now')
    expect(ago('2026-06-17T11:58:50Z', now)).toBe('a minute ago')
    expect(ago('2026-06-17T11:56:00Z', now)).toBe('4 minutes ago')
    expect(ago('2026-06-17T10:30:00Z', now)).toBe('an hour ago')
    expect(ago('2026-06-16T06:00:00Z', now)).toBe('yesterday')
    expect(ago('2025-12-31T06:00:00Z', now)).toBe('on 31 December 2025')
  })
})

describe('what people typed', () => {
  it('stands in one pair of quotes', () => {
    expect(quoted(' "In one day." ')).toBe('“In one day.”')
    expect(quoted('In one day.')).toBe('“In one day.”')
    expect(quoted('»In einem Tag.«')).toBe('“In einem Tag.”')
    expect(quoted('"Go" was the word')).toBe('“‘Go’ was the word”')
  })
  it('as a unit is in the singular for one, where it is a common one', () => {
    expect(withUnit(1, 'days')).toBe('1 day')
    expect(withUnit(1, 'days a month')).toBe('1 day a month')
    // A unit may be any word, also one that every object knows.
    expect(withUnit(1, 'constructor')).toBe('1 constructor')
    expect(withUnit(30, 'days')).toBe('30 days')
    expect(withUnit(1, '% rebooked')).toBe('1 % rebooked')
  })
})
