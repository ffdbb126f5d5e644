import { factsWords, listWords } from '#emails/parts/list-words.ts'
import { longDate, monthName, shortDate } from '#app/ui/date-words.ts'
import type { Nth, SittingRule } from './sittings.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const nthNames: Record<Nth, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' }
export const monthNames = Array.from({ length: 12 }, (_, at) => monthName(`2026-${String(at + 1).padStart(2, '0')}-01`))

const nameOf = (weekday: number) => weekdayNames[weekday - 1] ?? ''

/** "second Tuesday of the month, except in December and on 4 May 2027". */
export function sittingWords(rule: SittingRule): string {
  const pattern = patternWords(rule)
  const months = listWords(rule.notIn.map((month) => monthNames[month - 1] ?? ''))
  const days = listWords(rule.notOn.map((date) => longDate(date)))
  if (months && days) return `${pattern}, except in ${months} and on ${days}`
  if (months) return `${pattern}, except in ${months}`
  return days ? `${pattern}, except on ${days}` : pattern
}

const ordinalEnds: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (day: number): string =>
  `${day}${ordinalEnds[new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(day)] ?? 'th'}`

function patternWords(rule: SittingRule): string {
  switch (rule.every) {
    case 'month':
      return `${nthNames[rule.nth]} ${nameOf(rule.weekday)} of the month`
    case 'monthday':
      return rule.day > 28
        ? `the ${ordinal(rule.day)} of the month, or its last day`
        : `the ${ordinal(rule.day)} of the month`
    case 'dates': {
      const named = rule.dates.slice(0, 4).map((date) => longDate(date))
      return listWords(rule.dates.length > 4 ? [...named, `${rule.dates.length - 4} more days`] : named)
    }
    case 'week': {
      const weekdays = listWords(rule.weekdays.map((weekday) => `${nameOf(weekday)}s`))
      return rule.from ? weeklyFromWords(weekdays, rule.weeks, longDate(rule.from)) : weeklyWords(weekdays, rule.weeks)
    }
  }
}

function weeklyWords(weekdays: string, weeks: number): string {
  if (weeks === 1) return weekdays
  return weeks === 2 ? `${weekdays}, every other week` : `${weekdays}, every ${weeks} weeks`
}

function weeklyFromWords(weekdays: string, weeks: number, from: string): string {
  if (weeks === 1) return `${weekdays}, from ${from}`
  return weeks === 2 ? `${weekdays}, every other week from ${from}` : `${weekdays}, every ${weeks} weeks from ${from}`
}

/** "board sits 14 Apr, 12 May": the next days, as a row has room for them. */
export const nextWords = (name: string | null, dates: readonly string[], today: string, most = 2): string => {
  const next = factsWords(
    dates
      .filter((date) => date >= today)
      .slice(0, most)
      .map((date) => shortDate(date, today)),
  )
  if (!next) return ''
  return name === null ? `only on ${next}` : `${name} ${next}`
}

/** "4 May, 1 June and 6 July 2027": the next days on a form, for a rule that still has any. */
export const nextDatesWords = (dates: readonly string[], today: string): string =>
  dates.length > 0 ? listWords(dates.map((date) => longDate(date, today))) : 'none in the next two years'
