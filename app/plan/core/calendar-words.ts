import { count } from '#app/ui/amount-words.ts'
import { dateSpan, longDate } from '#app/ui/date-words.ts'
import { factsWords, listWords, longFactsWords } from '#emails/parts/list-words.ts'
import { weekdayNames } from '../sittings/sitting-words.ts'

/** How parts of a calendar read: on its page, in the activity, and where two people changed one of them. Dates carry their year. */

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const calendarWeekWords = (workweek: readonly (number | string)[]): string =>
  factsWords(workweek.map((day) => weekdays[Number(day) - 1] ?? ''))

type Holiday = { name: string; localName: string | null }

export type NamedPeriod = { from: string; to: string; why: string }

/** "Plant shutdown, 3 – 14 August", with the year where the reader of `today` needs it. */
export const closedWords = ({ from, to, why }: NamedPeriod, today?: string): string =>
  `${why}, ${dateSpan(from, to, today)}`

export const workDayWords = ({ date, why }: { date: string; why: string }): string =>
  why ? `${longDate(date)}: ${why}` : longDate(date)

/** Several days off: "Plant shutdown, 3 – 14 August 2026; Inventory, 1 September 2026". */
export const closedListText = (periods: readonly NamedPeriod[], today?: string): string =>
  longFactsWords(periods.map((period) => closedWords(period, today)))

/** Several extra working days. */
export const workDayListText = (days: readonly { date: string; why: string }[]): string =>
  longFactsWords(days.map(workDayWords))

/** "Works on 29 August 2026: release week". */
export const extraDayWords = (day: { date: string; why: string }): string => `Works on ${workDayWords(day)}`

/** A holiday's name and day. */
export const holidayWords = (holiday: Holiday & { date: string }): string =>
  `${holidayName(holiday)}, ${longDate(holiday.date)}`

/** A holiday's name, with what it is called there beside it. */
const holidayName = ({ name, localName }: Holiday): string => (localName ? `${name} (${localName})` : name)

/** "Works on Monday, Tuesday and Wednesday, except public holidays in Bavaria." @param region its name; null without holidays */
export const worksOnWords = (workweek: readonly number[], region: string | null): string => {
  const days = listWords(workweek.map((day) => weekdayNames[day - 1] ?? ''))
  return region === null ? `Works on ${days}.` : `Works on ${days}, except public holidays in ${region}.`
}

/** "12 public holidays in Bavaria during the plan, 2 worked". */
export const holidaysWords = (holidays: number, region: string, worked: number): string => {
  const days = count(holidays, 'public holiday')
  return worked > 0 ? `${days} in ${region} during the plan, ${worked} worked` : `${days} in ${region} during the plan`
}
