import type { PlanView } from '../core/view.ts'

/** Heights of the rows in pixels; plan-table.css gives the table's rows the same, so that table and timeline line up. */
export const heights = { calendar: 66, stage: 54, task: 48, tall: 66, noted: 78, tallNoted: 96, milestone: 44 } as const

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

export type TimeScale = {
  from: string
  to: string
  /** Where a day begins, in per cent of the width. */
  start: (date: string) => number
  /** Where a day ends. */
  end: (date: string) => number
  /** The first days of the months in view; the first entry may be cut by the left edge. */
  months: { date: string; at: number; width: number }[]
}

/** Everything on a plan that has a day. */
function daysOf(plan: PlanView): string[] {
  const ofMilestones = plan.stages.flatMap(({ milestones }) =>
    milestones.flatMap((milestone) => [
      milestone.reachedOn ?? milestone.expected,
      milestone.doBy,
      milestone.moved?.agreed ?? milestone.doBy,
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

/** The same object for the same days, so that what is drawn by it need not be drawn again. */
function scaleBetween(from: number, to: number): TimeScale {
  if (lastScale?.from !== dateOf(from) || lastScale.to !== dateOf(to)) lastScale = makeScale(from, to)
  return lastScale
}

function makeScale(from: number, to: number): TimeScale {
  const at = (day: number) => round(((day - from) / (to + 1 - from)) * 100)
  return {
    from: dateOf(from),
    to: dateOf(to),
    start: (date) => at(dayNumber(date)),
    end: (date) => at(dayNumber(date) + 1),
    months: monthsBetween(dateOf(from), dateOf(to)).map((date, index, all) => {
      const begin = Math.max(0, at(dayNumber(date)))
      const next = all[index + 1]
      return { date, at: begin, width: round((next ? at(dayNumber(next)) : 100) - begin) }
    }),
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

export type Label = { key: string; text: string; at: number; tone: 'today' | 'critical' | 'closed'; anchor: Anchor }
type Anchor = 'start' | 'middle' | 'end'
export type PlacedLabel = Label & { line: number }

/** Width of a letter in per cent of a timeline of ordinary width; labels are placed by it, before anybody measures. */
const letter = 1.75

function extent(label: Label): [number, number] {
  const width = label.text.length * letter
  if (label.anchor === 'start') return [label.at, label.at + width]
  return label.anchor === 'end' ? [label.at - width, label.at] : [label.at - width / 2, label.at + width / 2]
}

/** Labels on as few lines as they need without touching; one that finds no room on `lines` is left out. */
export function placeLabels(labels: readonly Label[], lines = 3): PlacedLabel[] {
  const taken: [number, number][][] = Array.from({ length: lines }, () => [])
  return labels.flatMap((label) => {
    const [from, to] = extent(label)
    const line = taken.findIndex((row) => row.every(([a, b]) => to < a - 1 || from > b + 1))
    if (line < 0) return []
    taken[line]?.push([from, to])
    return [{ ...label, line }]
  })
}
