import type { Compute, Computation } from '#app/kit/computations.ts'
import { type Holiday, findHolidays } from '#app/schedule/holidays.server.ts'
import type { StoredCalendar } from './calendar.ts'

/** The public holidays of a region; a lunar calendar takes a tenth of a second for a few years. Null for a region that nobody knows. */
export const resolveHolidays = {
  name: 'holidays',
  compute: ({ region, fromYear, toYear }) => findHolidays(region, fromYear, toYear),
} satisfies Computation<{ region: string; fromYear: number; toYear: number }, Holiday[] | null>

/**
 * Writes out the public holidays of a calendar's region, for so many years from `fromYear`.
 * @returns null for a region that nobody knows
 */
export async function withHolidays(
  compute: Compute,
  calendar: StoredCalendar,
  fromYear: number,
  years = 4,
): Promise<StoredCalendar | null> {
  const { region } = calendar
  if (region === null) return { ...calendar, holidays: [] }
  const holidays = await compute(resolveHolidays, { region, fromYear, toYear: fromYear + years - 1 })
  return holidays && { ...calendar, holidays }
}
