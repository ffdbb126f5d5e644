import { todayIn } from '#app/kit/clock.ts'
import { addDays, compareDates, dayOf } from '#app/schedule/dates.ts'
import type { CalendarSpec, IsoDate } from '#app/schedule/model.ts'
import { calendarFor, isWorkingDay } from '#app/schedule/working-days.ts'
import type { EmailRhythm } from './email-rhythms.ts'

/**
 * When someone reads: their time zone (IANA), the working days of their side, how often they want the email. Those who want none get what they are asked
 * for by name, at the same times as everyone.
 */
export type ReaderTime = {
  timeZone: string
  calendar: CalendarSpec
  rhythm: EmailRhythm
  /** When the last email of a day was written: one that collects, an invitation, or a reminder of one. */
  lastAt: Date | null
  /** When the last invitation or reminder was written. */
  invitedAt: Date | null
}

/** Between these hours, in the reader's time zone, the email of a day may leave: never at night. */
export const fromHour = 8
const untilHour = 18

/**
 * Whether the email that collects what can wait may leave now: from eight in the morning where its reader is until six in
 * the evening, on a working day of their side, once a day. A weekly one leaves on the first working day of a week, which begins on Monday,
 * or on the next where an invitation took its place.
 */
export function isTimeForEmail({ timeZone, calendar, rhythm, lastAt, invitedAt }: ReaderTime, now: Date): boolean {
  const hour = hourIn(timeZone, now)
  if (hour < fromHour || hour >= untilHour) return false
  const today = todayIn(timeZone, now)
  const works = calendarFor({ vendor: calendar }, 'vendor', today)
  if (!isWorkingDay(works, today)) return false
  if (lastAt !== null && compareDates(todayIn(timeZone, lastAt), today) >= 0) return false
  const invitedOn = invitedAt && todayIn(timeZone, invitedAt)
  const isPassed = (date: IsoDate) => isWorkingDay(works, date) && date !== invitedOn
  return rhythm !== 'weekly' || !daysOfWeekBefore(today).some(isPassed)
}

const hourIn = (timeZone: string, now: Date) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now))

/** The days of the same week before a date, Monday first. 1970-01-01, day 0, was a Thursday. */
function daysOfWeekBefore(date: IsoDate): IsoDate[] {
  const weekday = (((dayOf(date) + 3) % 7) + 7) % 7
  return Array.from({ length: weekday }, (_, at) => addDays(date, at - weekday))
}
