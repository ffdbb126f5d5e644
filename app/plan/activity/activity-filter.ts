import { type DayRange, readDayRange } from '#app/kit/day-range.ts'
import { isUuid } from '#app/kit/ids.ts'
import { type ActivityTopic, isActivityTopic } from './activity-topics.ts'

/** Which changes of a plan a reader asks for; what is missing does not narrow the list. */
export type ActivityFilter = DayRange & {
  about?: ActivityTopic
  /** `vendor` or `customer` for everyone of that company, else a person's id. */
  by?: string
}

/** Reads the filter of an address; invalid values are left out. */
export function readActivityFilter(search: URLSearchParams): ActivityFilter {
  const [about = '', by = ''] = [search.get('about') ?? '', search.get('by') ?? '']
  return {
    ...(isActivityTopic(about) && { about }),
    ...((by === 'vendor' || by === 'customer' || isUuid(by)) && { by }),
    ...readDayRange(search),
  }
}

/** The changes before this number, as an address asks for them; from the newest on for anything that is no number. */
export function readBefore(search: URLSearchParams): number | undefined {
  const [text] = /^[1-9]\d{0,11}$/.exec(search.get('before') ?? '') ?? []
  return text ? Number(text) : undefined
}
