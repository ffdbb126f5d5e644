import { day, minute } from '#app/kit/durations.ts'

/** Formats dates, with the year where it is needed. Days are `YYYY-MM-DD`; nothing here reads the clock or a time zone. */

const utc = (date: string) => new Date(`${date}T00:00:00Z`)

// Not by Intl: its first use takes a page 15 ms, more than all the other script that runs before the page answers.
const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const dayOf = (date: string) => Number(date.slice(8, 10))
const yearOf = (date: string) => date.slice(0, 4)
const monthOf = (date: string) => months[Number(date.slice(5, 7)) - 1] ?? ''
/** Whole calendar days from `from` to `to`, negative when `to` is earlier. */
const distance = (from: string, to: string) => Math.round((utc(to).getTime() - utc(from).getTime()) / day)

/** A day and a month name the day within the year of `today`, and this many days ahead; beyond, its next year comes into view. */
const daysWithoutYear = 300

/** Whether a reader of `today` needs the year; where no one knows when it is read, always. */
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

/** "Thursday". */
export const weekdayName = (date: string): string => weekdays[utc(date).getUTCDay()] ?? ''

/** "Thursday, 11 June", "Thursday, 11 June 2027": as `longDate`. */
export const weekdayDate = (date: string, today?: string): string => `${weekdayName(date)}, ${longDate(date, today)}`

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

/** "7–18 Dec", "28 Nov – 4 Dec", "30 Dec – 8 Jan 2027": years as `shortDate`, the month once where it stays. */
export function shortSpan(from: string, to: string, today?: string): string {
  if (from === to) return shortDate(to, today)
  const last = shortDate(to, today)
  return from.slice(0, 7) === to.slice(0, 7) ? `${dayOf(from)}–${last}` : `${shortDate(from, today)} – ${last}`
}

/** "12 → 16 March", "28 February → 3 March": a day that moves; the years where they are not both that of `today`. */
export function movedDate(from: string, to: string, today?: string): string {
  const last = longDate(to, today)
  return from.slice(0, 7) === to.slice(0, 7) ? `${dayOf(from)} → ${last}` : `${longDate(from, today)} → ${last}`
}

/** "just now", "a minute ago", "4 hours ago", "a day ago", then the date. Both are moments (ISO time or Date). */
export function timeAgo(at: string | Date, now: Date): string {
  const then = new Date(at)
  const minutes = Math.floor((now.getTime() - then.getTime()) / minute)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${hours} hours ago`
  if (hours < 48) return 'a day ago'
  const iso = then.toISOString().slice(0, 10)
  return `on ${longDate(iso, now.toISOString().slice(0, 10))}`
}
