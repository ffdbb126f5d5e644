import { withoutTurns } from '#db/without-direction-marks.ts'
import { isolated, unquoted } from '#app/kit/plain-text.ts'
import { day, minute } from '#app/kit/durations.ts'

/** How dates, days, numbers and lists read. Days are `YYYY-MM-DD`; nothing here looks at the clock or at a time zone. */

const utc = (date: string) => new Date(`${date}T00:00:00Z`)
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' })

const dayOf = (date: string) => Number(date.slice(8, 10))
const yearOf = (date: string) => date.slice(0, 4)
/** Named once: a page says hundreds of dates, and a what-if says them again with each key. */
const months = Array.from({ length: 12 }, (_, at) => month.format(new Date(Date.UTC(2026, at, 1))))
const monthOf = (date: string) => months[Number(date.slice(5, 7)) - 1] ?? ''
/** Whole calendar days from `from` to `to`, negative when `to` is earlier. */
const distance = (from: string, to: string) => Math.round((utc(to).getTime() - utc(from).getTime()) / day)

/** A day and a month name the day within the year of `today`, and this many days ahead; beyond, its next year comes into view. */
const daysWithoutYear = 300

/** Whether a reader of `today` needs the year; where nobody knows when it is read, always. */
const needsYear = (date: string, today: string | undefined): boolean =>
  today === undefined || yearOf(date) !== yearOf(today) || distance(today, date) > daysWithoutYear

const withYear = (words: string, date: string, today: string | undefined): string =>
  needsYear(date, today) ? `${words} ${yearOf(date)}` : words

/** "15 September"; "15 September 2027" where the reader of `today` needs the year. */
export const longDate = (date: string, today?: string): string =>
  withYear(`${dayOf(date)} ${monthOf(date)}`, date, today)

/** "15 Jun", "15 Jun 2027": as `longDate`. Three letters always, so that columns line up. */
export const shortDate = (date: string, today?: string): string =>
  withYear(`${dayOf(date)} ${monthOf(date).slice(0, 3)}`, date, today)

/** "Thursday, 11 June", "Thursday, 11 June 2027": as `longDate`. */
export const weekdayDate = (date: string, today?: string): string =>
  `${weekday.format(utc(date))}, ${longDate(date, today)}`

/** "June", and "June 2027" with `isDated`. */
export const monthName = (date: string, isDated = false): string =>
  isDated ? `${monthOf(date)} ${yearOf(date)}` : monthOf(date)

/** "today", "tomorrow", else the date in full. */
export function nearDate(date: string, today: string): string {
  const away = distance(today, date)
  return away === 0 ? 'today' : away === 1 ? 'tomorrow' : longDate(date, today)
}

/** "3 – 14 August", "28 July – 3 August", "3 August" for a single day; both years where the reader of `today` needs one. */
export function dateSpan(from: string, to: string, today?: string): string {
  if (from === to) return longDate(from, today)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOf(from)} – ${longDate(to, today)}`
  const seenFrom = needsYear(from, today) || needsYear(to, today) ? undefined : today
  return `${longDate(from, seenFrom)} – ${longDate(to, seenFrom)}`
}

/** "12 → 16 March", "28 February → 3 March": a day that moves; the years where they are not both that of `today`. */
export function movedDate(from: string, to: string, today?: string): string {
  const last = longDate(to, today)
  return from.slice(0, 7) === to.slice(0, 7) ? `${dayOf(from)} → ${last}` : `${longDate(from, today)} → ${last}`
}

/** "1 task", "4 tasks". */
export const count = (n: number, one: string, many = `${one}s`): string => `${amount(n)} ${n === 1 ? one : many}`

/** "1 day", "10 days". */
export const days = (n: number): string => count(n, 'day')

/** Buffer in working days, in words: "6 days buffer", "no buffer", "2 days late". */
export function bufferWords(bufferDays: number): string {
  if (bufferDays > 0) return `${days(bufferDays)} buffer`
  return bufferDays === 0 ? 'no buffer' : `${days(-bufferDays)} late`
}

/** "1,250.5"; up to six decimals, as the database keeps them. */
export const amount = (n: number): string => number.format(n)

const singular = new Map([
  ['minutes', 'minute'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
  ['people', 'person'],
])

/** "1 day", "30 days", "2 % rebooked": an amount with the unit that people typed, a common one in the singular for one. */
export function withUnit(n: number, unit: string): string {
  const [first = '', ...rest] = unit.split(' ')
  return `${amount(n)} ${n === 1 ? [singular.get(first) ?? first, ...rest].join(' ') : unit}`
}

/** What people typed, in quotes: without those that they may have typed themselves. */
export const quoted = (text: string): string => `“${isolated(unquoted(text))}”`

/** "a", "a and b", "a, b and c". */
export const listWords = (items: readonly string[]): string => conjunction.format(items)

/** "a", "a or b", "a, b or c". */
export const eitherWords = (items: readonly string[]): string => disjunction.format(items)

/** "just now", "a minute ago", "4 hours ago", "yesterday", then the date. Both are moments (ISO time or Date). */
export function ago(at: string | Date, now: Date): string {
  const then = new Date(at)
  const minutes = Math.floor((now.getTime() - then.getTime()) / minute)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${hours} hours ago`
  if (hours < 48) return 'yesterday'
  const iso = then.toISOString().slice(0, 10)
  return `on ${longDate(iso, now.toISOString().slice(0, 10))}`
}

/** The first letters of the first and last word: "PR". */
export function initials(name: string): string {
  const words = withoutTurns(name).trim().split(/\s+/).filter(Boolean)
  const first = Array.from(words[0] ?? '')[0] ?? ''
  const last = words.length > 1 ? (Array.from(words[words.length - 1] ?? '')[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('en-GB')
}

/** "Brightline’s", "Halden Foods’". */
export const possessive = (name: string): string => `${isolated(name)}${/s$/i.test(name) ? '’' : '’s'}`

/** The first word with a capital letter; the rest as it is. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)
