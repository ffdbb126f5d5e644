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

/** A calendar day in a time zone, and the moments between which it lies there: from the first, until before the second. */
export type DayInZone = { day: IsoDate; from: Date; until: Date }

/**
 * The calendar day that `now` falls on in `timeZone` (an IANA name), with its first moment and that of the next day, to the second.
 * A day is 23 to 25 hours long where clocks are changed, and need not begin at midnight.
 * @throws RangeError for a zone that Intl does not know.
 */
export function dayIn(timeZone: string, now: Date): DayInZone {
  const day = todayIn(timeZone, now)
  const isWithin = (seconds: number) => todayIn(timeZone, new Date(seconds * 1000)) === day
  const middle = Math.floor(now.getTime() / 1000)
  /** The last second within the day, on the way from `now` to a moment outside it. */
  const edge = (outside: number) => {
    let within = middle
    let beyond = outside
    while (Math.abs(beyond - within) > 1) {
      const between = Math.trunc((within + beyond) / 2)
      if (isWithin(between)) within = between
      else beyond = between
    }
    return within
  }
  const longest = 50 * 3600
  return {
    day,
    from: new Date(edge(middle - longest) * 1000),
    until: new Date((edge(middle + longest) + 1) * 1000),
  }
}
