import type { IsoDate } from '#app/schedule/model.ts'

/**
 * A time of a day in a zone, as a moment.
 * @param sinceMidnight in milliseconds
 */
export function momentInZone(day: IsoDate, sinceMidnight: number, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + sinceMidnight
  // The offset is that of the moment itself, which lies an offset away.
  return asUtc - offsetAt(asUtc - offsetAt(asUtc, timeZone), timeZone)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    const two = '2-digit'
    format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    })
    formats.set(timeZone, format)
  }
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '00'
  const wall = `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}:${at('second')}Z`
  return Date.parse(wall) - moment
}
