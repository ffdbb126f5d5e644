import { addDays, dayOf } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { GoalView } from './run-forecast.ts'

export type HistogramBar = { from: number; width: number; height: number; late: boolean }

export type Histogram = {
  bars: HistogramBar[]
  /** Where the end of a day lies, in per cent of the width. */
  at: (date: IsoDate) => number
  first: IsoDate
  last: IsoDate
}

/** Bars narrower than this cannot be told apart. */
const mostBars = 52
/** Runs beyond this share of either end are too few to be drawn. */
const tail = 0.002

/** How many runs reach a goal when, in bars of some days, one of them ending with the day that should be kept. Null without runs. */
export function histogramOf({ days, by }: Pick<GoalView, 'days' | 'by'>): Histogram | null {
  const seen = withoutTails(days)
  const [head, end] = [seen[0], seen.at(-1)]
  if (!head || !end) return null
  const low = Math.min(dayOf(head.date), dayOf(by))
  const high = Math.max(dayOf(end.date), dayOf(by))
  const span = high - low + 1
  const size = span <= mostBars ? 1 : Math.ceil(span / mostBars / 7) * 7
  const beforeEnd = Math.ceil((dayOf(by) + 1 - low) / size)
  const start = dayOf(by) + 1 - beforeEnd * size
  const count = Math.ceil((high + 1 - start) / size)
  // A little air, so that no line lies on the edge.
  const air = Math.max(1, Math.round(count * 0.04))
  const whole = count + 2 * air
  const tally = new Array<number>(count).fill(0)
  for (const { date, runs } of seen) {
    const bin = Math.floor((dayOf(date) - start) / size)
    tally[bin] = (tally[bin] ?? 0) + runs
  }
  const top = Math.max(...tally)
  const share = (bins: number) => round((bins / whole) * 100)
  return {
    bars: tally.flatMap((runs, bin) =>
      runs === 0
        ? []
        : { from: share(bin + air), width: share(1), height: round((runs / top) * 100), late: bin >= beforeEnd },
    ),
    at: (date) => share((dayOf(date) + 1 - start) / size + air),
    first: addDays(by, low - dayOf(by)),
    last: addDays(by, high - dayOf(by)),
  }
}

const round = (value: number) => Math.round(value * 100) / 100

function withoutTails(days: GoalView['days']): GoalView['days'] {
  const all = days.reduce((sum, { runs }) => sum + runs, 0)
  let passed = 0
  return days.filter(({ runs }) => {
    const before = passed
    passed += runs
    return passed > all * tail && before < all * (1 - tail)
  })
}
