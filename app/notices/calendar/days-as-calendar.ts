import ical, { ICalCalendarMethod } from 'ical-generator'
import { day, hour } from '#app/kit/durations.ts'
import type { CalendarDay } from './calendar-days.ts'

/** The latest change of a plan: programs take a day with a higher number for a newer version of it. */
export type PlanVersion = { number: number; at: Date }

/**
 * Days as calendars exchange them (RFC 5545): dates without a time, the end being the next day. What is no longer in it, a calendar that follows the
 * address drops.
 */
export function daysAsCalendar(
  days: readonly CalendarDay[],
  { name, appUrl, versionOf }: { name: string; appUrl: string; versionOf(planId: string): PlanVersion },
): string {
  const calendar = ical({
    name: plain(name),
    prodId: { company: 'Firstwin', product: 'Plans', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: hour / 1000,
  })
  for (const { uid, planId, on, title, text, path } of days) {
    const start = new Date(`${on}T00:00:00Z`)
    const { number, at } = versionOf(planId)
    calendar.createEvent({
      ...{ id: uid, start, end: new Date(start.getTime() + day), allDay: true },
      ...{ summary: plain(title), description: plain(text), url: new URL(path, appUrl).href },
      ...{ sequence: number, stamp: at, lastModified: at },
    })
  }
  return calendar.toString()
}

/** Control characters are not allowed in a TEXT (3.3.11); the library escapes the rest. */
const plain = (text: string): string => text.replace(/[^\n\P{Cc}]/gu, ' ')
