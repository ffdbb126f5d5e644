import { todayIn } from '#app/kit/clock.ts'
import { weekdayDate } from './date-words.ts'

/** A moment in a zone, with the zone's name, so that it can be read anywhere: "Thursday, 18 June, 14:00 CEST". */
export function zonedTimeWords(at: Date, timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...({ timeZone, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const),
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((it) => it.type === type)?.value ?? ''
  const day = weekdayDate(todayIn(timeZone, at), todayIn(timeZone, now))
  return `${day}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`
}
