import { monthName } from '#app/ui/date-words.ts'
import type { PlanView } from '../view/plan-view.ts'
import { day } from '#app/kit/durations.ts'

/** Heights of the rows in pixels; plan-table.css gives the table's rows the same, so that table and timeline line up. */
export const timelineHeights = {
  calendar: 66,
  stage: 54,
  task: 48,
  tall: 66,
  noted: 78,
  tallNoted: 96,
  milestone: 44,
  adding: 44,
} as const

/** A line above a row, longer than any page is wide, as a part of an SVG path. */
export const lineAt = (y: number): string => `M0 ${y + 0.5}H9999`

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / day
const dateOf = (number: number) => new Date(number * day).toISOString().slice(0, 10)

export type TimeScale = {
  from: string
  to: string
  /** Where a day starts, in per cent of the width. */
  start: (date: string) => number
  /** Where a day ends. */
  end: (date: string) => number
  /** The months, quarters or years in view that have room for their name. */
  periods: PeriodLabel[]
  /** Where lines divide the time, in per cent: the months, or what is named where these are too narrow. */
  rules: number[]
}

/** The first day of a month, quarter or year, and its name; the first one may be cut by the left edge. */
export type PeriodLabel = { date: string; at: number; text: string }

/** Everything on a plan that has a day. */
function daysOf(plan: PlanView): string[] {
  const ofMilestones = plan.stages.flatMap(({ milestones }) =>
    milestones.flatMap((milestone) => [
      milestone.reachedOn ?? milestone.expected,
      milestone.dueOn,
      milestone.moved?.agreed ?? milestone.dueOn,
      ...milestone.tasks.flatMap((task) => [
        task.startedOn ?? task.earlyStart,
        task.doneOn ?? task.earlyFinish,
        ...(task.moved ? [task.moved.agreed] : []),
      ]),
    ]),
  )
  return [plan.today, plan.criticalDate, plan.firstWin.winBy, ...ofMilestones]
}

/** A scale from the first to the last day that the plan speaks of, with a little air at both ends. */
export function timeScale(plan: PlanView): TimeScale {
  const numbers = daysOf(plan).map(dayNumber)
  const first = Math.min(...numbers)
  const last = Math.max(...numbers)
  const air = Math.max(2, Math.ceil((last - first) * 0.025))
  return scaleBetween(first - air, last + air)
}

let lastScale: TimeScale | null = null

/** By numbers of days since 1970. The same object for the same days, so that what is drawn by it need not be drawn again. */
export function scaleBetween(from: number, to: number): TimeScale {
  if (lastScale?.from !== dateOf(from) || lastScale.to !== dateOf(to)) lastScale = makeScale(from, to)
  return lastScale
}

function makeScale(from: number, to: number): TimeScale {
  const at = (day: number) => round(((day - from) / (to + 1 - from)) * 100)
  const months = monthsBetween(dateOf(from), dateOf(to)).map((date) => ({ date, at: Math.max(0, at(dayNumber(date))) }))
  const periods = namePeriods(months)
  const lines = 100 / months.length < narrowest ? periods : months
  return {
    from: dateOf(from),
    to: dateOf(to),
    start: (date) => at(dayNumber(date)),
    end: (date) => at(dayNumber(date) + 1),
    periods,
    rules: lines.map((line) => line.at).filter((line) => line > 0),
  }
}

const round = (n: number) => Math.round(n * 100) / 100

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  for (;;) {
    const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
    if (date > to) return months
    months.push(date)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
}

/** Width of a letter in per cent of the narrowest timeline; names and labels are placed by it, before anyone measures. */
const letter = 1.75

/** The same of a label, whose letters are bolder. */
const labelLetter = 2.2

/** The narrowest month, in per cent, that a line of its own divides from the next. */
const narrowest = 3

type Month = { date: string; at: number }

const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const isJanuary = (date: string) => date.slice(5, 7) === '01'
const yearOf = (date: string) => date.slice(0, 4)
const short = (date: string) => monthName(date).slice(0, 3)

/** Writes a month or year, on request with the year. */
type Style = (date: string, isDated: boolean) => string

/** How months may be written, the best first. */
const monthStyles: readonly Style[] = [
  (date, isDated) => monthName(date, isDated),
  (date, isDated) => (isDated ? `${short(date)} ${yearOf(date)}` : short(date)),
  (date, isDated) => (isJanuary(date) ? yearOf(date) : isDated ? `${short(date)} ${yearOf(date)}` : short(date)),
]

/** Months between two names, and how these are written. */
const steps: readonly { months: number; styles: readonly Style[] }[] = [
  { months: 1, styles: monthStyles },
  { months: 3, styles: monthStyles.slice(1) },
  { months: 6, styles: monthStyles.slice(1) },
  ...[12, 24, 60, 120].map((months) => ({ months, styles: [yearOf] })),
]

const namesYear = (periods: readonly PeriodLabel[]) => periods.some(({ text }) => /\d{4}/.test(text))

/** The names of the months in view, or of every third, sixth or twelfth, so that none touches the next; over a year, one names its year. */
function namePeriods(months: readonly Month[]): PeriodLabel[] {
  const needsYear = months.length > 12
  for (const { months: step, styles } of steps) {
    const starts = months.filter(({ date }, index) => index === 0 || monthNumber(date) % step === 0)
    for (const style of styles) {
      const named = nameAll(starts, style)
      if (named && (!needsYear || namesYear(named))) return named
    }
  }
  return []
}

/** January says its year, and the first name where it has the room. @returns null where a name has no room, the edges aside, which cut months short */
function nameAll(starts: readonly Month[], style: Style): PeriodLabel[] | null {
  const named: PeriodLabel[] = []
  for (const [index, { date, at }] of starts.entries()) {
    const room = (starts[index + 1]?.at ?? 100) - at
    const plain = style(date, isJanuary(date))
    const text = (named.length === 0 ? [style(date, true), plain] : [plain]).find((it) => roomFor(it) <= room)
    if (text) named.push({ date, at, text })
    else if (index > 0 && index < starts.length - 1) return null
  }
  return named.length > 0 ? named : null
}

/** A name with the air around it, in per cent. */
export const roomFor = (text: string) => text.length * letter * 1.1 + 3.6

export type TimelineLabel = {
  key: string
  text: string
  at: number
  tone: 'today' | 'critical' | 'closed'
  anchor: Anchor
}
type Anchor = 'start' | 'middle' | 'end'
export type PlacedLabel = TimelineLabel & { line: number }

function extent(label: TimelineLabel): [number, number] {
  const width = label.text.length * labelLetter
  if (label.anchor === 'start') return [label.at, label.at + width]
  return label.anchor === 'end' ? [label.at - width, label.at] : [label.at - width / 2, label.at + width / 2]
}

const isInside = ([from, to]: readonly [number, number]) => from >= 0 && to <= 100

/** The label where its own side of the day, or else another, keeps it within the picture. */
function inside(label: TimelineLabel): TimelineLabel {
  const anchors: Anchor[] = [label.anchor, 'start', 'end']
  const anchor = anchors.find((it) => isInside(extent({ ...label, anchor: it })))
  return { ...label, anchor: anchor ?? (label.at < 50 ? 'start' : 'end') }
}

/** Labels on as few lines as they need without touching; one that finds no room on `lines` is left out. */
export function placeLabels(labels: readonly TimelineLabel[], lines = 3): PlacedLabel[] {
  const taken: [number, number][][] = Array.from({ length: lines }, () => [])
  return labels.map(inside).flatMap((label) => {
    const [from, to] = extent(label)
    const line = taken.findIndex((row) => row.every(([a, b]) => to < a - 1 || from > b + 1))
    if (line < 0) return []
    taken[line]?.push([from, to])
    return [{ ...label, line }]
  })
}
