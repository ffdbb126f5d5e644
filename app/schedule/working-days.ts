import type { WorkCalendar } from './work-calendar.ts'
import { outOfRange } from './work-calendar.ts'
import { dateOf, dayOf } from './dates.ts'
import { Faults } from './faults.ts'
import type { CalendarSpecs, IsoDate, Side } from './model.ts'
import { sides } from './model.ts'
import { SideCalendars } from './side-calendars.ts'

export type { WorkCalendar }

/**
 * The working days of a side; `around` is a day near those that will be asked about. Dates of the calendars that do not
 * exist are passed over: `schedule` mentions them.
 */
export function calendarFor(specs: CalendarSpecs | null | undefined, side: Side, around: IsoDate): WorkCalendar {
  return new SideCalendars(specs, dayOf(around), new Faults()).of(sides.indexOf(side))
}

/** Whether a date that exists is a working day of the calendar. */
export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  return calendar.works(dayOf(date))
}

/** Working days after `from`, up to and with `to`, as slack counts them; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  return calendar.before(dayOf(to) + 1) - calendar.before(dayOf(from) + 1)
}

/** The first working day on or after a date; null when there is none within ten years. */
export function nextWorkingDay(calendar: WorkCalendar, date: IsoDate): IsoDate | null {
  return dateAt(calendar, calendar.before(dayOf(date)))
}

/** The last working day on or before a date; null when there is none within ten years. */
export function previousWorkingDay(calendar: WorkCalendar, date: IsoDate): IsoDate | null {
  return dateAt(calendar, calendar.before(dayOf(date) + 1) - 1)
}

/**
 * The date on which work that starts on `start` (or the next working day) is finished: 1 day finishes on the day it
 * starts. A point of 0 days is over on its own day. Null past the end of the calendar.
 */
export function finishOfWork(calendar: WorkCalendar, start: IsoDate, durationDays: number): IsoDate | null {
  return durationDays === 0 ? start : dateAt(calendar, calendar.before(dayOf(start)) + durationDays - 1)
}

/** The number of working days from `start` to `finish`, both included: the duration of work between two dates. */
export function durationBetween(calendar: WorkCalendar, start: IsoDate, finish: IsoDate): number {
  return Math.max(0, calendar.before(dayOf(finish) + 1) - calendar.before(dayOf(start)))
}

function dateAt(calendar: WorkCalendar, index: number): IsoDate | null {
  const day = calendar.dayAt(index)
  return Math.abs(day) === outOfRange ? null : dateOf(day)
}
