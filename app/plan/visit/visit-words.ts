import { count } from '#app/ui/amount-words.ts'
import { longDate, weekdayName } from '#app/ui/date-words.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'

type Since = { count: number; isMore: boolean; sinceOn: IsoDate; today: IsoDate }

const changesWords = ({ count: changes, isMore }: Since): string =>
  isMore ? `More than ${count(changes, 'change')}` : count(changes, 'change')

/** "3 changes since Tuesday"; the date where that is a week ago or more. */
export function sinceVisitWords(since: Since): string {
  const { sinceOn, today } = since
  const changes = changesWords(since)
  if (sinceOn >= today) return `${changes} since your last visit today`
  if (sinceOn === addDays(today, -1)) return `${changes} since yesterday`
  return sinceOn > addDays(today, -7)
    ? `${changes} since ${weekdayName(sinceOn)}`
    : `${changes} since ${longDate(sinceOn, today)}`
}

export const sinceVisitSectionWords = {
  label: 'Since your last visit',
  seen: 'Mark as seen',
  /** Announced once that is done. */
  marked: 'Marked as seen.',
  more: 'See all changes in Activity',
}
