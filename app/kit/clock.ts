import type { IsoDate } from '#app/schedule/model.ts'

/** The source of the current time; passed in, so that tests and the demo can set it. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** The system's clock, moved ahead by this many milliseconds (negative: behind): another day on which time passes as usual. */
export const shiftedClock = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) })

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * The calendar day that `now` falls on in `timeZone` (an IANA name).
 * @throws RangeError for a zone that Intl does not know.
 */
export function todayIn(timeZone: string, now: Date): IsoDate {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(now) as IsoDate
}
