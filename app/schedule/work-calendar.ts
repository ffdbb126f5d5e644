import { firstDay, lastDay } from './dates.ts'
import { type DayRule, DaySpans } from './day-spans.ts'

export type { DayRule }

/** What `dayAt` answers when there is no such working day: far outside the calendar, its sign says on which side. */
export const outOfRange = 2 ** 28
/** Ten years: a calendar without a working day for so long is taken to have none any longer. */
export const horizonDays = 3653

/** How far the tables reach on each side of the origin, in days, some ninety years; days beyond are computed. */
const tableDays = 2 ** 15

/**
 * The working days of one or several rules; all of them must work a day. Each has an index, 0 being the first on or after `origin`.
 * Tables cover the years around it and grow by doubling; further away the stretches of `DaySpans` answer.
 */
export class WorkCalendar {
  /** No working day for ten years, walking up or down from the origin: what lies beyond counts as none. */
  readonly emptyAbove: boolean
  readonly emptyBelow: boolean
  private readonly spans: DaySpans
  private readonly origin: number
  /** How many working days lie before the origin. */
  private readonly zero: number
  /** The first index that there is, and the one after the last. */
  private readonly bottom: number
  private readonly top: number
  private low = 0
  private high = 0
  private counts = new Int32Array(0)
  private days = new Int32Array(0)
  private lowIndex = 0

  constructor(rules: readonly DayRule[], origin: number) {
    this.spans = new DaySpans(rules)
    this.origin = origin
    this.zero = this.spans.countBefore(origin)
    const above = this.reachUp()
    const below = this.reachDown()
    this.emptyAbove = above.isEmpty
    this.emptyBelow = below.isEmpty
    this.top = above.count - this.zero
    this.bottom = below.count - this.zero
    this.build(origin - 256, origin + 768)
  }

  /** How many working days lie before this day, counted from the origin: the index of the first on or after it. */
  before(day: number): number {
    const count = this.counts[day - this.low]
    return count === undefined ? this.beforeOutside(day) : count
  }

  /** The day with this index, or ±`outOfRange` when there is none. */
  dayAt(index: number): number {
    const day = this.days[index - this.lowIndex]
    return day === undefined ? this.dayOutside(index) : day
  }

  works(day: number): boolean {
    return this.before(day + 1) > this.before(day)
  }

  private beforeOutside(day: number): number {
    while ((day < this.low || day > this.high) && this.canGrow(day > this.high)) this.grow(day > this.high)
    return this.counts[day - this.low] ?? this.spans.countBefore(day) - this.zero
  }

  private dayOutside(index: number): number {
    if (index >= this.top) return outOfRange
    if (index < this.bottom) return -outOfRange
    const up = index >= this.lowIndex
    while ((index < this.lowIndex || index >= this.lowIndex + this.days.length) && this.canGrow(up)) this.grow(up)
    return this.days[index - this.lowIndex] ?? this.spans.dayWith(index + this.zero)
  }

  private canGrow(up: boolean): boolean {
    return up
      ? this.high < Math.min(lastDay + 1, this.origin + tableDays)
      : this.low > Math.max(firstDay, this.origin - tableDays)
  }

  private grow(up: boolean): void {
    const span = Math.max(this.high - this.low, 2 * horizonDays)
    this.build(up ? this.low : this.low - span, up ? this.high + span : this.high)
  }

  private build(low: number, high: number): void {
    this.low = Math.max(firstDay, low)
    this.high = Math.min(lastDay + 1, high)
    const counts = new Int32Array(this.high - this.low + 1)
    const days = new Int32Array(counts.length)
    const first = this.spans.countBefore(this.low) - this.zero
    let count = first
    this.spans.fill(this.low, this.high, (day, isWorked) => {
      counts[day - this.low] = count
      if (isWorked) days[count++ - first] = day
    })
    counts[counts.length - 1] = count
    this.counts = counts
    const from = Math.min(count, Math.max(first, this.bottom))
    this.days = days.subarray(from - first, Math.max(from, Math.min(count, this.top)) - first)
    this.lowIndex = from
  }

  /** Where a walk up from the origin meets ten years without work. */
  private reachUp(): { count: number; isEmpty: boolean } {
    const { spans, zero, origin } = this
    let last = origin
    for (let stretch = spans.at(origin); stretch < spans.length; stretch++) {
      const count = Math.max(zero, spans.before[stretch] ?? 0)
      const next = spans.before[stretch + 1] ?? spans.total
      if (next <= count) continue
      if (spans.dayWith(count) - last > horizonDays) return { count, isEmpty: true }
      last = spans.dayWith(next - 1)
    }
    return { count: spans.total, isEmpty: lastDay + 1 - last > horizonDays }
  }

  private reachDown(): { count: number; isEmpty: boolean } {
    const { spans, zero, origin } = this
    let last = origin
    for (let stretch = spans.at(origin); stretch >= 0; stretch--) {
      const count = spans.before[stretch] ?? 0
      const next = Math.min(zero, spans.before[stretch + 1] ?? spans.total)
      if (next <= count) continue
      if (last - spans.dayWith(next - 1) > horizonDays) return { count: next, isEmpty: true }
      last = spans.dayWith(count)
    }
    return { count: 0, isEmpty: last - firstDay > horizonDays }
  }
}
