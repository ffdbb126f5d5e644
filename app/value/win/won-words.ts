import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { day } from '#app/kit/durations.ts'

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / day

/** "24 days before the planned date", "on the planned date", "3 days after the planned date". */
export function againstPlanned(wonOn: string, winBy: string): string {
  const early = dayNumber(winBy) - dayNumber(wonOn)
  if (early === 0) return 'on the planned date'
  return early > 0 ? `${count(early, 'day')} before the planned date` : `${count(-early, 'day')} after the planned date`
}

/** Who confirmed it, when, and who it is meant for: that it was announced, no one has said. */
export function confirmedWords(
  won: { by: string; on: string; reachedOn: string | null; winBy: string; announcedTo: string },
  today: string,
): string {
  const planned = againstPlanned(won.reachedOn ?? won.on, won.winBy)
  const audience = won.announcedTo.replace(/\.$/, '')
  return won.reachedOn && won.reachedOn !== won.on
    ? `Reached on ${longDate(won.reachedOn, today)}, ${planned}. Confirmed by ${won.by} on ${longDate(won.on, today)}. To be announced to ${audience}.`
    : `Confirmed by ${won.by} on ${longDate(won.on, today)}, ${planned}. To be announced to ${audience}.`
}

/** @param target with its unit */
export const wonTargetWords = (target: string): string => `target: ${target}`

export const didItWords = <Name>(account: Name) => sentenceParts`${account} did it`

export const wonCardWords = {
  correct: 'Correct or withdraw this win',
}

/** "from 12 to 4 hours". @param before, after make the values; what is only read aloud comes before each */
export const fromToParts = <Part>(before: (aloud: string) => Part, after: (aloud: string) => Part) =>
  sentenceParts`${before('from ')} ${after('to ')}`
