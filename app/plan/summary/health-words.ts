import { days } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'

/** Why a plan needs someone, besides its dates. */

export const silentHealthWords = (daysLong: number): string => `Customer silent for ${days(daysLong)}`

export const unansweredHealthWords = (since: string, today: string): string =>
  `Question unanswered since ${longDate(since, today)}`

export const unconfirmedHealthWords = 'First win not confirmed yet'
