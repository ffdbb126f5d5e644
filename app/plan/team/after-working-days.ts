import { addDays, daysBetween } from '#app/schedule/dates.ts'
import type { CalendarSpecs } from '#app/schedule/model.ts'
import { calendarFor, finishOfWork } from '#app/schedule/working-days.ts'
import { todayIn } from '#app/kit/clock.ts'
import { day } from '#app/kit/durations.ts'

/**
 * The moment this many working days of the customer later: the same hour on the last of them (an hour off across a clock
 * change). From Friday 10:00, two working days end on Tuesday 10:00.
 * @param timeZone IANA name of the zone in which a day starts and ends
 * @throws Error where the calendar has no such day within ten years
 */
export function afterWorkingDays(
  calendars: CalendarSpecs | null | undefined,
  { now, timeZone, days }: { now: Date; timeZone: string; days: number },
): Date {
  const today = todayIn(timeZone, now)
  const last = finishOfWork(calendarFor(calendars, 'customer', today), addDays(today, 1), days)
  if (!last) throw new Error('The customer has no working day in the next ten years')
  return new Date(now.getTime() + daysBetween(today, last) * day)
}
