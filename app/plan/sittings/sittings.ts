import { dateOf, dayOf, lastDay, noDay, parseDay, weekdayOfDay } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'

/** Which weekday of a month; -1 is the last. */
export type Nth = 1 | 2 | 3 | 4 | -1

type Pattern =
  /** On weekdays (1 is Monday); with `weeks` of 2 or more only every second or later week, counted from the week of `from`. */
  | { every: 'week'; weekdays: number[]; weeks: number; from: IsoDate | null }
  /** On the second Tuesday of the month. */
  | { every: 'month'; nth: Nth; weekday: number }
  /** On a day of the month, or its last day where the month is shorter. */
  | { every: 'monthday'; day: number }
  /** On these days and no others. */
  | { every: 'dates'; dates: IsoDate[] }

/**
 * The only days on which a task can be finished: a committee that meets, a release window. `name` says what happens on them,
 * as it is followed by dates ("board sits"); none in the months of `notIn` (1 is January), nor on the days of `notOn`.
 */
export type SittingRule = Pattern & { name: string | null; notIn: number[]; notOn: IsoDate[] }

/** The first `most` days of the rule from one date to another, ends included, in order, each once; by arithmetic, month by month. */
export function datesOf(rule: SittingRule, from: IsoDate, to: IsoDate, most = Infinity): IsoDate[] {
  const dates: IsoDate[] = []
  const [first, last] = [dayOf(from), dayOf(to)]
  for (const day of daysOf(rule, first, last)) {
    if (dates.length >= most) break
    if (day < first || day > last) continue
    const date = dateOf(day)
    if (!rule.notIn.includes(Number(date.slice(5, 7))) && !rule.notOn.includes(date)) dates.push(date)
  }
  return dates
}

/** The days of the pattern in order; some may lie just outside. */
function* daysOf(rule: SittingRule, first: number, last: number): Generator<number> {
  if (rule.every === 'dates') yield* [...new Set(rule.dates.map(dayOf))].sort((a, b) => a - b)
  else if (rule.every === 'week') yield* weeklyDays(rule, first, last)
  else
    for (const month of monthsOf(first, last))
      yield rule.every === 'monthday'
        ? Math.min(month.first + rule.day - 1, month.last)
        : nthWeekday(month, rule.nth, rule.weekday)
}

const mondayOf = (day: number) => day - weekdayOfDay(day)

function* weeklyDays(rule: Extract<SittingRule, { every: 'week' }>, first: number, last: number): Generator<number> {
  const start = rule.from ? Math.max(dayOf(rule.from), first) : first
  const anchor = mondayOf(rule.from ? dayOf(rule.from) : first)
  const task = 7 * rule.weeks
  const weekdays = [...new Set(rule.weekdays)].sort((a, b) => a - b)
  for (let monday = anchor + Math.floor((start - anchor) / task) * task; monday <= last; monday += task)
    for (const weekday of weekdays) if (monday + weekday - 1 >= start) yield monday + weekday - 1
}

type Month = { first: number; last: number }

/** The months that two days lie in and all between, by their first and last days; none after the year 9999. */
function* monthsOf(first: number, last: number): Generator<Month> {
  let [year, month] = dateOf(first).split('-').map(Number) as [number, number]
  for (;;) {
    const day = firstOf(year, month)
    if (day === noDay || day > last) return
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    const next = firstOf(year, month)
    yield { first: day, last: next === noDay ? lastDay : next - 1 }
  }
}

/** `noDay` past the year 9999. */
const firstOf = (year: number, month: number) =>
  parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)

function nthWeekday({ first, last }: Month, nth: Nth, weekday: number): number {
  if (nth === -1) return last - ((weekdayOfDay(last) - (weekday - 1) + 7) % 7)
  return first + ((weekday - 1 - weekdayOfDay(first) + 7) % 7) + 7 * (nth - 1)
}

/** Days after the plan's last date in which the next possible finish date is searched. */
const horizonDays = 1096

type Span = { startOn: IsoDate; winBy: IsoDate }

/** The days of a rule that a plan can reach, up to a maximum number. */
export const sittingDates = (rule: SittingRule, plan: Span, today: IsoDate, most?: number): IsoDate[] =>
  datesOf(rule, plan.startOn, daysAfter(plan.winBy > today ? plan.winBy : today, horizonDays), most)

/** Coming days that are shown; there is no room for more. */
const shownDays = 30

/** The days of a rule that are still to come, as many as a reader is shown. */
export const comingDates = (rule: SittingRule, plan: Span, today: IsoDate): IsoDate[] =>
  sittingDates(rule, { ...plan, startOn: plan.startOn > today ? plan.startOn : today }, today, shownDays)

const daysAfter = (date: IsoDate, days: number): IsoDate => dateOf(Math.min(lastDay, dayOf(date) + days))
