import { todayIn } from '#app/kit/clock.ts'
import { hour, minute } from '#app/kit/durations.ts'
import { momentInZone } from '#app/kit/moment-in-zone.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type WorkCalendar, isWorkingDay } from '#app/schedule/working-days.ts'

/** The hours in which a company answers: on its working days from one time to another (`HH:MM`), in its time zone (an IANA name). */
export type WorkingHours = { calendar: WorkCalendar; timeZone: string; from: string; to: string }

/** How long a working day is, in milliseconds. */
export const lengthOfDay = ({ from, to }: Pick<WorkingHours, 'from' | 'to'>): number =>
  sinceMidnight(to) - sinceMidnight(from)

/** @param time as `HH:MM`, up to 24:00 */
function sinceMidnight(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * hour + minutes * minute
}

/** More days than a calendar is known for. */
const mostDays = 3_660

/**
 * The moment by which this many working hours have passed. From Friday 16:00, two hours end on Monday 10:00.
 * @param ms working time, in milliseconds
 * @throws Error where there is no working day within ten years
 */
export function afterWorkingTime(from: Date, ms: number, hours: WorkingHours): Date {
  let left = ms
  let day = todayIn(hours.timeZone, from)
  for (let n = 0; n < mostDays; n++, day = addDays(day, 1)) {
    const span = spanOf(day, hours)
    if (!span) continue
    const start = Math.max(span.from, from.getTime())
    const room = Math.max(0, span.to - start)
    if (room > 0 && left <= room) return new Date(start + left)
    left -= room
  }
  throw new Error('There is no working day in the next ten years')
}

/** The working time between two moments, in milliseconds; 0 where the second is earlier. */
export function workingTimeBetween(from: Date, to: Date, hours: WorkingHours): number {
  let sum = 0
  const last = todayIn(hours.timeZone, to)
  let day = todayIn(hours.timeZone, from)
  for (let n = 0; n < mostDays && day <= last; n++, day = addDays(day, 1)) {
    const span = spanOf(day, hours)
    if (span) sum += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()))
  }
  return sum
}

/** The working hours of a day, as moments; none on a day off. */
function spanOf(day: IsoDate, { calendar, timeZone, from, to }: WorkingHours) {
  if (!isWorkingDay(calendar, day)) return undefined
  return { from: momentInZone(day, sinceMidnight(from), timeZone), to: momentInZone(day, sinceMidnight(to), timeZone) }
}
