import type { Compute, Computation } from '#app/kit/computations.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { type Holiday, findHolidays } from '#app/schedule/holidays.server.ts'
import { readRegion } from '#app/schedule/regions.server.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'

/**
 * The public holidays of a region; computing a lunar calendar takes a tenth of a second for a few years. Null for an unknown
 * region.
 */
export const resolveHolidays = {
  name: 'holidays',
  compute: ({ region, fromYear, toYear }) => findHolidays(region, fromYear, toYear),
} satisfies Computation<{ region: string; fromYear: number; toYear: number }, Holiday[] | null>

/** The code of a region that was named in words or by its code. @throws Refusal 422 beside the field, saying what it may be */
export function regionCodeOf(field: string, typed: string | null): string | null {
  if (typed === null) return null
  const read = readRegion(typed)
  if ('fault' in read) throw fieldRefusal(field, read.fault)
  return read.code
}

/** From the day on which a plan starts to the day by which it is to be won. */
export type PlanTime = { from: IsoDate; to: IsoDate }

/** Years of holidays known beyond the last date, in case the plan runs late. */
const yearsAfter = 2

const yearOf = (date: IsoDate) => Number(date.slice(0, 4))

/**
 * Writes out the public holidays of a calendar's region, for all years of a plan's time and two more.
 * @returns null for a region that no one knows any longer
 */
export async function withHolidays(
  compute: Compute,
  calendar: StoredCalendar,
  { from, to }: PlanTime,
): Promise<StoredCalendar | null> {
  const { region } = calendar
  if (region === null) return { ...calendar, holidays: [] }
  const holidays = await compute(resolveHolidays, { region, fromYear: yearOf(from), toYear: yearOf(to) + yearsAfter })
  return holidays && { ...calendar, holidays }
}

/**
 * The calendar with the public holidays of the years that the plan now reaches. Existing holidays stay, since both sides
 * agreed to them. Unchanged where the year after the win date is already covered, so that small date changes do not alter what
 * was agreed, and for a region that is no longer known.
 */
export async function withLaterHolidays(
  compute: Compute,
  calendar: StoredCalendar,
  { from, to }: PlanTime,
): Promise<StoredCalendar> {
  const { region, holidays } = calendar
  const names = new Map(holidays.map(({ date, name }) => [date, name]))
  const fromYear = Math.max(yearOf(from), ...holidays.map(({ date }) => yearOf(firstDayOf(date, names)) + 1))
  if (region === null || fromYear > yearOf(to) + 1) return calendar
  const found = await compute(resolveHolidays, { region, fromYear, toYear: yearOf(to) + yearsAfter })
  const later = (found ?? []).filter(({ date }) => !names.has(date))
  return later.length > 0 ? { ...calendar, holidays: [...holidays, ...later] } : calendar
}

/** The day on which a holiday of several days began: a year that holds only the end of one is not known by it. */
function firstDayOf(date: IsoDate, names: ReadonlyMap<IsoDate, string>): IsoDate {
  const before = addDays(date, -1)
  return names.get(before) === names.get(date) ? firstDayOf(before, names) : date
}
