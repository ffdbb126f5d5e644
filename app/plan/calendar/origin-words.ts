import { longDate } from '#app/ui/date-words.ts'
import { possessive } from '#app/ui/name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

/** "Time zone and calendars are copied from Halden Foods’ last plan." */
export const originWords = (from: 'account' | 'workspace', companies: { vendor: string; customer: string }): string =>
  from === 'account'
    ? `Time zone and calendars are copied from ${possessive(companies.customer)} last plan.`
    : `Time zone and calendars are copied from ${possessive(companies.vendor)} settings.`

/** Who checked the calendars, and when. */
export const checkedWords = ({ by, on }: { by: string; on: string }): string => `${by} checked them on ${longDate(on)}.`

/** Said while no one has checked the calendars. @param asks whether the reader can confirm them here */
export const uncheckedWords = (customer: string, asks: boolean): string =>
  asks
    ? `No one at ${customer} has checked them yet. Are these your working days?`
    : `No one at ${customer} has checked them yet.`

/** The question or the state in one line, above the plan. */
export const uncheckedLine = (customer: string, asks: boolean): string =>
  asks ? 'Are these your working days?' : `${customer} has not checked them yet.`

export const calendarOriginWords = {
  confirm: 'Confirm',
  calendar: mainPageNames.calendar,
}
