import { labels } from '#app/kit/label-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** Names the reason for working on a public holiday. @param date in words */
export const whyWorksWords = ({ company, holiday, date }: { company: string; holiday: string; date: string }): string =>
  `Why ${company} works on ${holiday}, ${date}`

export const daysOffTitle = (company: string): string => `Days off at ${company}`

export const addDaysOffWords = (company: string): string => `Add days off at ${company}`

/** What a row of the form is called. @param at from 1 */
export const closedPeriodName = (at: number, company: string): string => `Closed period ${at} at ${company}`

export const extraDaysTitle = (company: string): string => `Extra working days at ${company}`

export const addWorkDayWords = (company: string): string => `Add a working day at ${company}`

/** What a row of the form is called. @param at from 1 */
export const extraDayName = (at: number, company: string): string => `Extra working day ${at} at ${company}`

export const workweekTitle = (company: string): string => `${company} works on`

/** Names the working week where two people changed it. */
export const workweekLabel = (company: string): string => `Days on which ${company} works`

export const holidaysTitle = (company: string): string => `Public holidays for ${company}`

export const calendarPageWords = (timeZone: string): string =>
  `All dates are planned with these working days. Time zone: ${timeZone}.`

export const removeRowWords = (row: string): string => `Remove ${row}`

export const putBackRowWords = (row: string): string => `Undo: remove ${row}`

export const mostRowsWords = (most: number): string => `At most ${most} rows.`

/** Names the box for working on a public holiday, which says "Work on this day" beside the holiday. */
export const worksOnDayLabel = ({
  company,
  holiday,
  date,
}: {
  company: string
  holiday: string
  date: string
}): string => `Work on this day at ${company}: ${holiday}, ${date}`

export const calendarDaysWords = {
  workOn: 'Work on this day',
  workOnReason: 'Reason, e.g. release week',
  closedFrom: 'Closed from',
  closedTo: 'Closed to',
  why: labels.why,
  worksOn: 'Works on',
}

export const calendarFormWords = {
  title: mainPageNames.calendar,
  timeZone: labels.timeZone,
  timeZoneHint: 'Sets which day counts as today, for example Europe/Berlin',
  regionHint: 'A country or state: Germany, Bavaria, UK',
  none: 'none',
}

export const calendarRefusals = {
  noWeekday: 'Please choose at least one day of the week.',
  /** @param period in words */
  endsBeforeStart: (period: string): string => `${period}: the end date is before the start date.`,
  /** @param day in words */
  noReason: (day: string): string => `${day}: please enter a reason for working on this day.`,
  noHolidays: (region: string): string => `We have no public holidays for ${region}.`,
}

export const rowListWords = {
  removed: 'Will be removed when you save.',
  undo: buttonWords.undo,
  add: 'Add another',
}
