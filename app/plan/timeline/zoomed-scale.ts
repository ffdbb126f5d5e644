import { day } from '#app/kit/durations.ts'
import { monthName } from '#app/ui/date-words.ts'
import { type PeriodLabel, type TimeScale, roomFor, scaleBetween } from './timeline-scale.ts'

/** What the timeline shows at once: some weeks, some months or some quarters, instead of the whole plan. */
export const zooms = ['weeks', 'months', 'quarters'] as const
export type Zoom = (typeof zooms)[number]

/** Days in view. */
const spans: Record<Zoom, number> = { weeks: 8 * 7, months: 26 * 7, quarters: 78 * 7 }

/** How many days one move earlier or later leads on: half of what is in view. */
export const daysPerMove = (zoom: Zoom): number => spans[zoom] / 2

const numberOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / day
const dateOf = (number: number) => new Date(number * day).toISOString().slice(0, 10)

/** The number of the Monday at or before a day; 1 January 1970 was a Thursday. */
const mondayBefore = (number: number) => number - ((((number + 3) % 7) + 7) % 7)

/** Where a zoom begins that is to show `today`: a part of what is in view has passed. */
export const startOf = (zoom: Zoom, today: string): number =>
  mondayBefore(numberOf(today) - Math.floor(spans[zoom] / 8))

/** The scale of a zoom. @param from its first day, as the number of days since 1970 */
export function zoomedScale(zoom: Zoom, from: number): TimeScale {
  const scale = scaleBetween(from, from + spans[zoom] - 1)
  if (zoom === 'months') return scale
  const starts = zoom === 'weeks' ? weeksIn(scale) : quartersIn(scale)
  const named = zoom === 'weeks' ? weekNames(starts) : quarterNames(starts)
  return { ...scale, periods: named, rules: starts.map((date) => scale.start(date)).filter((at) => at > 0) }

  function weekNames(mondays: string[]): PeriodLabel[] {
    const label = (date: string, index: number): PeriodLabel => ({
      date,
      at: scale.start(date),
      text: `${Number(date.slice(8))} ${monthName(date).slice(0, 3)}${index === 0 ? ` ${date.slice(0, 4)}` : ''}`,
    })
    return fitting([1, 2, 4].map((step) => mondays.filter((_, at) => at % step === 0).map(label)))
  }

  function quarterNames(firsts: string[]): PeriodLabel[] {
    const label = (date: string, text: string): PeriodLabel => ({ date, at: Math.max(0, scale.start(date)), text })
    const quarter = (date: string) => `Q${(Number(date.slice(5, 7)) + 2) / 3}`
    const year = (date: string) => date.slice(0, 4)
    return fitting([
      firsts.map((date) => label(date, `${quarter(date)} ${year(date)}`)),
      firsts.map((date) => label(date, quarter(date) === 'Q1' ? year(date) : quarter(date))),
      firsts.filter((date) => quarter(date) === 'Q1').map((date) => label(date, year(date))),
    ])
  }
}

/** The first way of naming in which no name touches the next or the edge; a name without room at the edges is left out. */
function fitting(ways: PeriodLabel[][]): PeriodLabel[] {
  const whole = ways.map((names) =>
    names.filter(({ at, text }, index) => {
      const isAtEdge = index === 0 || index === names.length - 1
      return !isAtEdge || at + roomFor(text) <= (names[index + 1]?.at ?? 100)
    }),
  )
  const fits = (names: PeriodLabel[]) =>
    names.every(({ at, text }, index) => at + roomFor(text) <= (names[index + 1]?.at ?? 100))
  return whole.find((names) => names.length > 0 && fits(names)) ?? []
}

function weeksIn({ from, to }: TimeScale): string[] {
  const first = mondayBefore(numberOf(from) + 6)
  const count = Math.floor((numberOf(to) - first) / 7) + 1
  return Array.from({ length: count }, (_, at) => dateOf(first + at * 7))
}

/** The first days of the quarters in view, the one that is cut by the left edge too. */
function quartersIn({ from, to }: TimeScale): string[] {
  const found: string[] = []
  let [year, quarter] = [Number(from.slice(0, 4)), Math.floor((Number(from.slice(5, 7)) - 1) / 3)]
  for (;;) {
    const date = `${String(year).padStart(4, '0')}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
    if (date > to) return found
    found.push(date)
    quarter = (quarter + 1) % 4
    if (quarter === 0) year += 1
  }
}
