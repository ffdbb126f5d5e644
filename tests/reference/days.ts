import type { CalendarSpec, ScheduleRequest, Side } from '#app/schedule/model.ts'

/** Days as whole numbers since 1970, computed with the platform's Date. */
export const toDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
export const toDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The search for a matching day ends after ten years. */
const patience = 3653

export class NothingLeft extends Error {}

function sideWorks(spec: CalendarSpec | null | undefined, day: number): boolean {
  const date = toDate(day)
  if (spec?.extraWorkdays?.some((extra) => extra === date)) return true
  if (spec?.holidays?.some((holiday) => holiday === date)) return false
  if (spec?.closed?.some(({ from, to }) => from <= date && date <= to)) return false
  const weekday = new Date(day * 86_400_000).getUTCDay() || 7
  return (spec?.workweek ?? [1, 2, 3, 4, 5]).includes(weekday)
}

/** Whether a side works on a day; results are cached. */
export function workingDays(request: ScheduleRequest): (side: Side, day: number) => boolean {
  const known = new Map<string, boolean>()
  return (side, day) => {
    const key = `${side} ${day}`
    let works = known.get(key)
    if (works === undefined) {
      const vendor = side === 'customer' || sideWorks(request.calendars?.vendor, day)
      const customer = side === 'vendor' || sideWorks(request.calendars?.customer, day)
      works = vendor && customer
      known.set(key, works)
    }
    return works
  }
}

/** The first matching day from `day` on, in steps of `step` (1 or -1). */
export function look(day: number, step: number, suits: (day: number) => boolean): number {
  for (let n = 0; n <= patience; n++) if (suits(day + n * step)) return day + n * step
  throw new NothingLeft()
}
