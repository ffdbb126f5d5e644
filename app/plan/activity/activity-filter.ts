import { type DayRange, readDayRange } from '#app/kit/day-range.ts'
import { textSizes } from '#app/kit/limits.ts'
import { type ActivityTopic, isActivityTopic } from './activity-topics.ts'

/** Which changes of a plan a reader asks for; what is missing does not narrow the list. */
export type ActivityFilter = DayRange & {
  about?: ActivityTopic
  /** Part of the name of a person or of a company. */
  by?: string
}

/** Reads the filter of an address; invalid values are left out. */
export function readActivityFilter(search: URLSearchParams): ActivityFilter {
  const about = search.get('about') ?? ''
  const by = (search.get('by') ?? '').trim().slice(0, textSizes.title)
  return {
    ...(isActivityTopic(about) && { about }),
    ...(by && !/\p{Cc}/u.test(by) && { by }),
    ...readDayRange(search),
  }
}

/** The changes before this number, as an address asks for them; from the newest on for anything that is no number. */
export function readBefore(search: URLSearchParams): number | undefined {
  const [text] = /^[1-9]\d{0,11}$/.exec(search.get('before') ?? '') ?? []
  return text ? Number(text) : undefined
}
