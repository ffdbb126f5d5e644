import type { CalendarSpec } from './model.ts'
import type { StoredCalendar } from './stored-calendar.ts'

/** A stored calendar as the engine takes it. */
export const calendarSpecOf = (calendar: StoredCalendar): CalendarSpec => ({
  workweek: calendar.workweek,
  holidays: calendar.holidays.map(({ date }) => date),
  extraWorkdays: calendar.extraWorkdays.map(({ date }) => date),
  closed: calendar.closed,
})
