import { defineEvent } from './define-event.ts'
import {
  closedPeriodsValue,
  dayValue,
  extraWorkdaysValue,
  numberValue,
  regionValue,
  textValue,
  weekdaysValue,
} from './values.ts'

/** The words of the first win. */
export const winFields = {
  statement: textValue,
  measure: textValue,
  unit: textValue,
  baseline: numberValue,
  target: numberValue,
}

export const termsFields = {
  project: textValue,
  criticalDate: dayValue,
  criticalReason: textValue,
  ifMissed: textValue,
  ...winFields,
  winBy: dayValue,
  announcedTo: textValue,
}

export const calendarFields = {
  vendorWorkweek: weekdaysValue,
  vendorRegion: regionValue,
  vendorClosed: closedPeriodsValue,
  vendorDays: extraWorkdaysValue,
  customerWorkweek: weekdaysValue,
  customerRegion: regionValue,
  customerClosed: closedPeriodsValue,
  customerDays: extraWorkdaysValue,
}

/** The subject is the plan, by its project. */
export const termsEvents = {
  'terms changed': defineEvent('both', {}, termsFields),
  'calendar changed': defineEvent('both', {}, { timeZone: textValue, ...calendarFields }),
  'calendar checked': defineEvent('both', {}, {}),
}
