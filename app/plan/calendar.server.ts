import { findHolidays } from '#app/schedule/holidays.server.ts'
import type { StoredCalendar } from './calendar.ts'

/**
 * Writes out the public holidays of a calendar's region, for so many years from `fromYear`.
 * @returns null for a region that nobody knows
 */
export function withHolidays(calendar: StoredCalendar, fromYear: number, years = 4): StoredCalendar | null {
  if (calendar.region === null) return { ...calendar, holidays: [] }
  const holidays = findHolidays(calendar.region, fromYear, fromYear + years - 1)
  return holidays && { ...calendar, holidays }
}
