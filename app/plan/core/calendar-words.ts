import { dateSpan, longDate } from '#app/ui/words.ts'

/** How parts of a calendar read, in the activity and where two people changed one of them. Dates carry their year. */

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const weekWords = (workweek: readonly (number | string)[]): string =>
  workweek.map((day) => weekdays[Number(day) - 1] ?? '').join(' ')

export const closedWords = ({ from, to, why }: { from: string; to: string; why: string }): string =>
  `${why}, ${dateSpan(from, to)}`

export const workDayWords = ({ date, why }: { date: string; why: string }): string =>
  [longDate(date), why].filter(Boolean).join(': ')

/** A holiday's name, with what it is called there beside it. */
export const holidayName = ({ name, localName }: { name: string; localName: string | null }): string =>
  localName ? `${name} (${localName})` : name
