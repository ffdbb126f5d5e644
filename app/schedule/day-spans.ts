import { firstDay, lastDay, weekdayOfDay } from './dates.ts'

/** One side's days: which weekdays it works (bit 0 is Monday), ranges of days off (ends included), extra days of work. */
export type DayRule = { week: number; off: { from: number; to: number }[]; extra: number[] }

const everyDay = 0b111_1111
const ends = lastDay + 1

/** Stretches of days that follow one week each, from the first day that there is to the last, without a gap. */
type Stretch = { from: number; week: number }

/** The stretches of one rule: its own week, nothing on days off, everything on extra days. */
function stretchesOf({ week, off, extra }: DayRule): Stretch[] {
  const inside = (day: number) => Math.max(firstDay, Math.min(ends, day))
  const opens = new Map<number, number>()
  for (const { from, to } of off) {
    opens.set(inside(from), (opens.get(inside(from)) ?? 0) + 1)
    opens.set(inside(to + 1), (opens.get(inside(to + 1)) ?? 0) - 1)
  }
  const extras = new Set(extra)
  const starts = new Set([firstDay, ...opens.keys(), ...[...extras].flatMap((day) => [inside(day), inside(day + 1)])])
  let closed = 0
  return [...starts]
    .sort((a, b) => a - b)
    .map((from) => {
      closed += opens.get(from) ?? 0
      return { from, week: extras.has(from) ? everyDay : closed > 0 ? 0 : week }
    })
}

/** Stretches in which a day is worked only if both work it. */
function bothOf(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]]
    if (!one || !other) break
    found.push({ from: Math.max(one.from, other.from), week: one.week & other.week })
    const [next, nextOther] = [a[i + 1]?.from ?? ends, b[j + 1]?.from ?? ends]
    if (next <= nextOther) i++
    if (nextOther <= next) j++
  }
  return found
}

const bits = Uint8Array.from({ length: everyDay + 1 }, (_, week) => {
  let count = 0
  for (let rest = week; rest > 0; rest >>= 1) count += rest & 1
  return count
})

const works = (week: number, day: number): boolean => ((week >> weekdayOfDay(day)) & 1) === 1

/**
 * The working days of one or several rules for all years that there are, as stretches: what is asked costs the logarithm of how many
 * exceptions there are, however far away it lies. Counts start with the first day that there is.
 */
export class DaySpans {
  readonly from: Int32Array
  readonly week: Uint8Array
  /** By stretch: the working days before it. */
  readonly before: Int32Array
  /** All working days. */
  readonly total: number

  constructor(rules: readonly DayRule[]) {
    const all = rules.map(stretchesOf).reduce(bothOf, [{ from: firstDay, week: everyDay }])
    const stretches = all.filter(({ from }) => from < ends)
    this.from = Int32Array.from(stretches, ({ from }) => from)
    this.week = Uint8Array.from(stretches, ({ week }) => week)
    this.before = new Int32Array(stretches.length)
    let total = 0
    for (let i = 0; i < stretches.length; i++) {
      this.before[i] = total
      total += this.within(i, this.endOf(i))
    }
    this.total = total
  }

  get length(): number {
    return this.from.length
  }

  /** The day after a stretch. */
  endOf(stretch: number): number {
    return this.from[stretch + 1] ?? ends
  }

  /** How many working days lie before this day. */
  countBefore(day: number): number {
    const inside = Math.max(firstDay, Math.min(ends, day))
    const stretch = lastUpTo(this.from, inside)
    return (this.before[stretch] ?? 0) + this.within(stretch, inside)
  }

  /** The working day that `count` others are before; `count` is at least 0 and below the total. */
  dayWith(count: number): number {
    const stretch = lastUpTo(this.before, count)
    const week = this.week[stretch] ?? 0
    const perWeek = bits[week] ?? 1
    let left = count - (this.before[stretch] ?? 0)
    let day = (this.from[stretch] ?? 0) + 7 * Math.floor(left / perWeek)
    left %= perWeek
    while (left > 0 || !works(week, day)) if (works(week, day++)) left--
    return day
  }

  /** The stretch that a day lies in. */
  at(day: number): number {
    return lastUpTo(this.from, Math.max(firstDay, Math.min(lastDay, day)))
  }

  /** Says of each day from one to before another whether it is worked. */
  fill(low: number, high: number, tell: (day: number, isWorked: boolean) => void): void {
    for (let stretch = this.at(low), day = low; day < high; stretch++) {
      const week = this.week[stretch] ?? 0
      const end = Math.min(high, this.endOf(stretch))
      for (; day < end; day++) tell(day, works(week, day))
    }
  }

  /** Working days of a stretch before a day within it, or its end. */
  private within(stretch: number, day: number): number {
    const week = this.week[stretch] ?? 0
    const from = this.from[stretch] ?? 0
    let count = Math.floor((day - from) / 7) * (bits[week] ?? 0)
    for (let rest = day - ((day - from) % 7); rest < day; rest++) if (works(week, rest)) count++
    return count
  }
}

/** The last place whose value is not above this one; values rise. */
function lastUpTo(values: Int32Array, value: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
