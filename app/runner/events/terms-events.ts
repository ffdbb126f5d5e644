import { defineEvent } from './define-event.ts'
import { closedPeriods, day, extraWorkdays, number, region, text, weekdays } from './values.ts'

/** The words of the first win. */
export const winFields = { statement: text, measure: text, unit: text, baseline: number, target: number }

export const termsFields = {
  project: text,
  criticalDate: day,
  criticalReason: text,
  ifMissed: text,
  ...winFields,
  winBy: day,
  announcedTo: text,
}

export const calendarFields = {
  vendorWorkweek: weekdays,
  vendorRegion: region,
  vendorClosed: closedPeriods,
  vendorDays: extraWorkdays,
  customerWorkweek: weekdays,
  customerRegion: region,
  customerClosed: closedPeriods,
  customerDays: extraWorkdays,
}

/** The subject is the plan, by its project. */
export const termsEvents = {
  'terms changed': defineEvent('both', {}, termsFields),
  'calendar changed': defineEvent('both', {}, { timeZone: text, ...calendarFields }),
  'calendar checked': defineEvent('both', {}, {}),
}
