import { firstDay, lastDay, weekdayOfDay } from './dates.ts'

/** One side's days: which weekdays it works (bit 0 is Monday), ranges of days off (ends included), extra days of work. */
export type DayRule = { week: number; off: { from: number; to: number }[]; extra: number[] }

/** What `dayAt` answers when there is no such working day: far outside the calendar, its sign says on which side. */
export const far = 2 ** 28
/** Ten years: a calendar without a working day for so long is taken to have none any more. */
export const horizonDays = 3653

/**
 * Working days counted by tables. Each working day has an index, 0 being the first on or after `origin`; the tables cover
 * the years around it and grow by doubling when a day or an index outside is asked for. Several rules together make a
 * calendar in which a day counts only if all of them work.
 */
export class WorkCalendar {
  /** Why `dayAt` answered `far`: no working day for ten years, or the end of the calendar. */
  emptyAbove = false
  emptyBelow = false
  private readonly rules: readonly DayRule[]
  private readonly origin: number
  private low = 0
  private high = 0
  private counts = new Int32Array(0)
  private days = new Int32Array(0)
  private lowIndex = 0

  constructor(rules: readonly DayRule[], origin: number) {
    this.rules = rules
    this.origin = origin
    this.build(origin - 256, origin + 768)
  }

  /** How many working days lie before this day, counted from the origin: the index of the first on or after it. */
  before(day: number): number {
    const count = this.counts[day - this.low]
    return count === undefined ? this.beforeOutside(day) : count
  }

  /** The day with this index, or ±`far` when there is none. */
  dayAt(index: number): number {
    const day = this.days[index - this.lowIndex]
    return day === undefined ? this.dayOutside(index) : day
  }

  works(day: number): boolean {
    return this.before(day + 1) > this.before(day)
  }

  private beforeOutside(day: number): number {
    const inside = Math.max(firstDay, Math.min(lastDay + 1, day))
    while (inside < this.low || inside > this.high) this.grow(inside > this.high)
    return this.counts[inside - this.low] ?? 0
  }

  private dayOutside(index: number): number {
    const up = index >= this.lowIndex
    while (index < this.lowIndex || index >= this.lowIndex + this.days.length) {
      if (up ? this.emptyAbove || this.high > lastDay : this.emptyBelow || this.low <= firstDay) return up ? far : -far
      this.grow(up)
    }
    return this.days[index - this.lowIndex] ?? far
  }

  private grow(up: boolean): void {
    const span = Math.max(this.high - this.low, 2 * horizonDays)
    this.build(up ? this.low : this.low - span, up ? this.high + span : this.high)
  }

  private build(low: number, high: number): void {
    this.low = Math.max(firstDay, low)
    this.high = Math.min(lastDay + 1, high)
    const works = this.workingDays()
    const counts = new Int32Array(works.length + 1)
    for (let i = 0; i < works.length; i++) counts[i + 1] = (counts[i] ?? 0) + (works[i] ?? 0)
    const zero = counts[this.origin - this.low] ?? 0
    const days = new Int32Array(counts[works.length] ?? 0)
    for (let i = 0, n = 0; i < works.length; i++) if (works[i] === 1) days[n++] = this.low + i
    for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] ?? 0) - zero
    this.counts = counts
    const from = this.firstReached(days, zero)
    const to = this.lastReached(days, zero)
    this.days = days.subarray(from, to)
    this.lowIndex = from - zero
  }

  private workingDays(): Uint8Array {
    const length = this.high - this.low
    const works = new Uint8Array(length).fill(1)
    for (const rule of this.rules) {
      const own = new Uint8Array(length)
      for (let i = 0, weekday = weekdayOfDay(this.low); i < length; i++, weekday = weekday === 6 ? 0 : weekday + 1)
        own[i] = (rule.week >> weekday) & 1
      for (const { from, to } of rule.off) own.fill(0, clamp(from - this.low, length), clamp(to + 1 - this.low, length))
      for (const day of rule.extra) if (day >= this.low && day < this.high) own[day - this.low] = 1
      for (let i = 0; i < length; i++) works[i] = (works[i] ?? 0) & (own[i] ?? 0)
    }
    return works
  }

  /** Where a walk up from the origin meets ten years without work: what lies beyond counts as none. */
  private lastReached(days: Int32Array, zero: number): number {
    let last = this.origin
    for (let i = zero; i < days.length; i++) {
      const day = days[i] ?? 0
      if (day - last > horizonDays) {
        this.emptyAbove = true
        return i
      }
      last = day
    }
    this.emptyAbove = this.high - last > horizonDays
    return days.length
  }

  private firstReached(days: Int32Array, zero: number): number {
    let last = this.origin
    for (let i = zero - 1; i >= 0; i--) {
      const day = days[i] ?? 0
      if (last - day > horizonDays) {
        this.emptyBelow = true
        return i + 1
      }
      last = day
    }
    this.emptyBelow = last - this.low > horizonDays
    return 0
  }
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length, value))
}
