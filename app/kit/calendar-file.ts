import ical, {
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalCalendarProdIdData,
  ICalEventStatus,
} from 'ical-generator'
import { day, hour } from './durations.ts'

/** One appointment, as calendars exchange it (iCalendar, RFC 5545; invitations by RFC 5546). */
export type Appointment = {
  /** The same for every version of one appointment. */
  uid: string
  /** Higher with every version. */
  version: number
  isCancelled: boolean
  /** When this version was made. */
  madeAt: Date
  from: Date
  to: Date
  title: string
  text: string
  organizer: Attendee
  attendees: readonly Attendee[]
}

type Attendee = { name: string; email: string }

/** A calendar file with one appointment: an invitation that all have accepted already, or its cancellation. */
export function appointmentFile({ isCancelled, organizer, attendees, ...it }: Appointment): string {
  const calendar = newCalendar('Calls')
  calendar.method(isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST)
  const event = calendar.createEvent({
    ...{ id: it.uid, sequence: it.version, stamp: it.madeAt, start: it.from, end: it.to },
    ...{ summary: plain(it.title), description: plain(it.text) },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: named(organizer),
  })
  for (const attendee of attendees) event.createAttendee({ ...named(attendee), status: ICalAttendeeStatus.ACCEPTED })
  return asFile(calendar)
}

/** A day without a time. */
export type FileDay = {
  /** The same for every version of one day. */
  uid: string
  /** `YYYY-MM-DD`. */
  on: string
  title: string
  text: string
  url: string
  /** Higher with every version, and when this one was made. */
  version: number
  madeAt: Date
}

/** A calendar that programs follow: days as dates, the end being the next day. What is no longer in it, they drop. */
export function daysFile(name: string, days: readonly FileDay[]): string {
  const calendar = newCalendar('Plans')
  calendar.name(plain(name)).method(ICalCalendarMethod.PUBLISH)
  calendar.ttl(hour / 1000)
  for (const { uid, on, title, text, url, version, madeAt } of days) {
    const start = new Date(`${on}T00:00:00Z`)
    calendar.createEvent({
      ...{ id: uid, start, end: new Date(start.getTime() + day), allDay: true },
      ...{ summary: plain(title), description: plain(text), url },
      ...{ sequence: version, stamp: madeAt, lastModified: madeAt },
    })
  }
  return asFile(calendar)
}

const newCalendar = (product: ICalCalendarProdIdData['product']): ICalCalendar =>
  ical({ prodId: { company: 'Firstwin', product, language: 'EN' } })

/** The last line needs its end, too (RFC 5545, 3.1). */
const asFile = (calendar: ICalCalendar): string => `${calendar.toString().trimEnd()}\r\n`

/** Control characters are not allowed in a TEXT (3.3.11); the library escapes the rest. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\n\P{Cc}]/gu, ' ')

/** A parameter can hold no quotes and no control characters (3.2). */
const named = ({ name, email }: Attendee): Attendee => ({ name: name.replace(/["\\\p{Cc}]/gu, ''), email })
