import { noDay, parseDay } from './dates.ts'
import type { ScheduleFault } from './model.ts'
import { maxDays } from './model.ts'

/** Messages for invalid values. */
export const faultTexts = {
  date: (value: unknown) => `${say(value)} is not a valid date. Use YYYY-MM-DD.`,
  side: (value: unknown) => `${say(value)} is not a side. Use vendor, customer or both.`,
  type: (value: unknown) => `${say(value)} is not a type of dependency. Use FS, SS, FF or SF.`,
  weekday: (value: unknown) => `${say(value)} is not a weekday. Use 1 (Monday) to 7 (Sunday).`,
  days: (value: unknown, least: number) =>
    `${say(value)} is not a whole number of working days from ${least === 0 ? '0' : '−10,000'} to 10,000.`,
}

function say(value: unknown): string {
  if (value === undefined) return 'Nothing'
  // A number in quotes looks like one that is right; what JSON cannot hold, such as 1e400, would be null.
  const text = typeof value === 'string' && Number.isNaN(Number(value)) ? value : quoted(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const quoted = (value: unknown): string => (typeof value === 'number' ? String(value) : JSON.stringify(value))

/** Collects all faults of a request, so that they are reported together. */
export class Faults {
  readonly list: ScheduleFault[] = []

  add(task: string | null, field: string, message: string, tasks?: string[]): void {
    this.list.push(tasks ? { task, field, message, tasks } : { task, field, message })
  }

  /** The day number of a date that may be left out; `noDay` when it is, or when it is none. */
  day(task: string | null, field: string, value: string | null | undefined): number {
    if (value === null || value === undefined) return noDay
    const day = typeof value === 'string' ? parseDay(value) : noDay
    if (day === noDay) this.add(task, field, faultTexts.date(value))
    return day
  }

  /** The day numbers of a list of dates, sorted; what is none is left out. */
  days(task: string | null, field: string, values: readonly string[] | null | undefined): number[] {
    const days: number[] = []
    values?.forEach((value, i) => {
      const day = this.day(task, `${field}[${i}]`, value)
      if (day !== noDay) days.push(day)
      else if (value === null || value === undefined) this.add(task, `${field}[${i}]`, 'A date is missing.')
    })
    return days.sort((a, b) => a - b)
  }

  /** A whole number of working days from `least` to 10,000; 0 when it is none. */
  wholeDays(task: string | null, field: string, value: number, least: number): number {
    if (Number.isInteger(value) && value >= least && value <= maxDays) return value
    this.add(task, field, faultTexts.days(value, least))
    return 0
  }
}
