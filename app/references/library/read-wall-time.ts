import { hour, minute } from '#app/kit/durations.ts'
import { momentInZone } from '#app/kit/moment-in-zone.ts'
import { parseIsoDate } from '#app/schedule/dates.ts'

const wallTimeForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::00)?$/

/** The moment of a time in a zone; null where clocks skip it. */
export function readWallTime(text: string, zone: string): Date | null {
  const [, date = '', hours = '', minutes = ''] = wallTimeForm.exec(text) ?? []
  const day = parseIsoDate(date)
  if (!day) return null
  const moment = new Date(momentInZone(day, Number(hours) * hour + Number(minutes) * minute, zone))
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(moment)
  return shown === `${hours}:${minutes}` ? moment : null
}
