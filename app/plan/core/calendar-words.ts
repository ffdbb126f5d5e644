import { count } from '#app/ui/amount-words.ts'
import { dateSpan, longDate } from '#app/ui/date-words.ts'
import { listWords } from '#app/ui/name-words.ts'
import { weekdayNames } from './sitting-words.ts'

/** How parts of a calendar read: on its page, in the activity, and where two people changed one of them. Dates carry their year. */

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const weekWords = (workweek: readonly (number | string)[]): string =>
  workweek.map((day) => weekdays[Number(day) - 1] ?? '').join(' ')

export const closedWords = ({ from, to, why }: { from: string; to: string; why: string }): string =>
  `${why}, ${dateSpan(from, to)}`

export const workDayWords = ({ date, why }: { date: string; why: string }): string =>
  [longDate(date), why].filter(Boolean).join(': ')

/** "Works on 29 August 2026: release week". */
export const extraDayWords = (day: { date: string; why: string }): string => `Works on ${workDayWords(day)}`

/** A holiday's name, with what it is called there beside it. */
export const holidayName = ({ name, localName }: { name: string; localName: string | null }): string =>
  localName ? `${name} (${localName})` : name

/** "Works on Monday, Tuesday and Wednesday, except public holidays in Bavaria." @param region its name; null without holidays */
export const worksOnWords = (workweek: readonly number[], region: string | null): string => {
  const days = listWords(workweek.map((day) => weekdayNames[day - 1] ?? ''))
  return region === null ? `Works on ${days}.` : `Works on ${days}, except public holidays in ${region}.`
}

/** "12 public holidays in Bavaria during the plan, 2 worked". */
export const holidaysWords = (holidays: number, region: string, worked: number): string => {
  const words = `${count(holidays, 'public holiday')} in ${region} during the plan`
  return worked > 0 ? `${words}, ${worked} worked` : words
}
