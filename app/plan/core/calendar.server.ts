import type { Compute, Computation } from '#app/kit/computations.ts'
import { fault } from '#app/runner/refusal.ts'
import { type Holiday, findHolidays } from '#app/schedule/holidays.server.ts'
import { readRegion } from '#app/schedule/regions.server.ts'
import type { StoredCalendar } from './calendar.ts'

/** The public holidays of a region; a lunar calendar takes a tenth of a second for a few years. Null for a region that nobody knows. */
export const resolveHolidays = {
  name: 'holidays',
  compute: ({ region, fromYear, toYear }) => findHolidays(region, fromYear, toYear),
} satisfies Computation<{ region: string; fromYear: number; toYear: number }, Holiday[] | null>

/** The code of a region that was named in words or by its code. @throws Refusal 422 beside the field, saying what it may be */
export function regionCodeOf(field: string, typed: string | null): string | null {
  if (typed === null) return null
  const read = readRegion(typed)
  if ('fault' in read) throw fault(field, read.fault)
  return read.code
}

/**
 * Writes out the public holidays of a calendar's region, for so many years from `fromYear`.
 * @returns null for a region that nobody knows any more
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
