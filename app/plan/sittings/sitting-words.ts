import { listWords } from '#app/ui/name-words.ts'
import { longDate, monthName, shortDate } from '#app/ui/date-words.ts'
import type { Nth, SittingRule } from './sittings.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const nthNames: Record<Nth, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' }
export const monthNames = Array.from({ length: 12 }, (_, at) => monthName(`2026-${String(at + 1).padStart(2, '0')}-01`))

const nameOf = (weekday: number) => weekdayNames[weekday - 1] ?? ''

/** "second Tuesday of the month, none in December". */
export function sittingWords(rule: SittingRule): string {
  const months = rule.notIn.map((month) => monthNames[month - 1] ?? '')
  return [
    patternWords(rule),
    months.length > 0 ? `none in ${listWords(months)}` : '',
    rule.notOn.length > 0 ? `not on ${listWords(rule.notOn.map((date) => longDate(date)))}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

const everyWords = ['', '', 'every second week', 'every third week', 'every fourth week']

function patternWords(rule: SittingRule): string {
  if (rule.every === 'month') return `${nthNames[rule.nth]} ${nameOf(rule.weekday)} of the month`
  if (rule.every === 'monthday') {
    const end = ['th', 'st', 'nd', 'rd'][rule.day > 10 && rule.day < 14 ? 0 : rule.day % 10] ?? 'th'
    return `the ${rule.day}${end} of the month${rule.day > 28 ? ', or its last day' : ''}`
  }
  if (rule.every === 'dates') {
    const named = rule.dates.slice(0, 4).map((date) => longDate(date))
    return listWords(rule.dates.length > 4 ? [...named, `${rule.dates.length - 4} more days`] : named)
  }
  const weekdays = listWords(rule.weekdays.map((weekday) => `${nameOf(weekday)}s`))
  if (rule.weeks === 1) return rule.from ? `${weekdays}, from ${longDate(rule.from)}` : weekdays
  const every = everyWords[rule.weeks] ?? `every ${rule.weeks} weeks`
  return `${weekdays}, ${every}${rule.from ? ` from ${longDate(rule.from)}` : ''}`
}

/** "board sits 14 Apr, 12 May": the next days, as a row has room for them. */
export const nextWords = (name: string | null, dates: readonly string[], today: string, most = 2): string => {
  const next = dates.filter((date) => date >= today).slice(0, most)
  return next.length === 0 ? '' : `${name ?? 'only on'} ${next.map((date) => shortDate(date, today)).join(', ')}`
}

/** "4 May, 1 June and 6 July 2027": the next days on a form, for a rule that still has any. */
export const nextDatesWords = (dates: readonly string[], today: string): string =>
  dates.length > 0 ? listWords(dates.map((date) => longDate(date, today))) : 'none in the next two years'
