import type { IsoDate } from './model.ts'

/** Day numbers count from 1970-01-01; these are 0001-01-01 and 9999-12-31. */
export const firstDay = -719_162
export const lastDay = 2_932_896
/** The value for no day: far outside the range of ISO dates. */
export const noDay = -(2 ** 28)

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function monthLength(year: number, month: number): number {
  const leap = month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false)
  return leap ? 29 : (monthLengths[month - 1] ?? 0)
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

/** The day number of a civil date (Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
function civilDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + (yearOfEra >> 2) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The day number of a date written YYYY-MM-DD, or `noDay` when it is not written so or does not exist. */
export function parseDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return noDay
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return noDay
  return civilDay(year, month, day)
}

/** The day number of a date that exists. */
export function dayOf(date: IsoDate): number {
  return parseDay(date)
}

function writeDay(day: number): IsoDate {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}` as IsoDate
}

/** Dates of 1970 to 2149, written once: an answer names the same days thousands of times. */
const written: (IsoDate | undefined)[] = new Array(2 ** 16)

/** The date of a day number between `firstDay` and `lastDay`. */
export function dateOf(day: number): IsoDate {
  if (day < 0 || day >= written.length) return writeDay(day)
  return (written[day] ??= writeDay(day))
}

/** The date if it is written YYYY-MM-DD and exists (years 0001 to 9999), else null. */
export function parseIsoDate(text: string): IsoDate | null {
  return parseDay(text) === noDay ? null : (text as IsoDate)
}

/** Whether a value is a day that exists, as YYYY-MM-DD, in the years 0001 to 9999. */
export function isIsoDate(value: unknown): value is IsoDate {
  return typeof value === 'string' && parseDay(value) !== noDay
}

/** `days` calendar days later, or earlier when negative. @throws RangeError outside the years 0001 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const day = dayOf(date) + days
  if (day < firstDay || day > lastDay) throw new RangeError('A date lies outside the years 0001 to 9999')
  return dateOf(day)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayOf(to) - dayOf(from)
}

/** 0 is Monday: the weekday of a day number. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(date: IsoDate): number {
  return weekdayOfDay(dayOf(date)) + 1
}

/** Sorts dates from early to late. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}
