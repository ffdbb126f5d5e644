import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { farDateQuestion } from './near-dates.ts'
import { fieldWords } from './field-words.ts'

/** The first and last day that a list is filtered to, both included; a missing one does not limit it. */
export type DayRange = { from?: IsoDate; to?: IsoDate }

type Source = { get(name: string): string | null | undefined }

const given = (source: Source, name: string): string => source.get(name)?.trim() ?? ''

/** Reads the days `from` and `to` of an address; invalid ones are left out, and reported by `dayRangeFaults`. */
export function readDayRange(source: Source): DayRange {
  const [from, to] = [given(source, 'from'), given(source, 'to')]
  return { ...(isIsoDate(from) && { from }), ...(isIsoDate(to) && { to }) }
}

/** What is wrong with the days that were asked for, beside their fields. `today` is in the time zone of the list. */
export function dayRangeFaults(source: Source, today: IsoDate): { field: string; message: string }[] {
  return ['from', 'to'].flatMap((field) => {
    const date = given(source, field)
    if (date === '') return source.get(`typed.${field}`) === 'unread' ? [{ field, message: fieldWords.unreadDate }] : []
    const message = isIsoDate(date) ? farDateQuestion(date, today) : fieldWords.noSuchDate
    return message ? [{ field, message }] : []
  })
}
