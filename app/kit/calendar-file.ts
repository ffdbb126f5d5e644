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

export type Attendee = { name: string; email: string }

/** Octets of a line, its end aside (3.1). */
const longestLine = 75

/** A calendar file with one appointment: an invitation that all have accepted already, or its cancellation. */
export function calendarFile(it: Appointment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Firstwin//Reference calls//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${it.isCancelled ? 'CANCEL' : 'REQUEST'}`,
    'BEGIN:VEVENT',
    `UID:${escaped(it.uid)}`,
    `SEQUENCE:${it.version}`,
    `DTSTAMP:${utc(it.madeAt)}`,
    `DTSTART:${utc(it.from)}`,
    `DTEND:${utc(it.to)}`,
    `SUMMARY:${escaped(it.title)}`,
    `DESCRIPTION:${escaped(it.text)}`,
    `STATUS:${it.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `ORGANIZER;CN=${quotedName(it.organizer.name)}:mailto:${it.organizer.email}`,
    ...it.attendees.map(({ name, email }) => `ATTENDEE;CN=${quotedName(name)};PARTSTAT=ACCEPTED:mailto:${email}`),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Form 2 of DATE-TIME: "20260618T120000Z" (3.3.5). */
const utc = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d+/g, '')

/** A TEXT (3.3.11). Other control characters are not allowed in one. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, '')

/** A quoted parameter value, which can hold no quotes and no control characters (3.2). */
const quotedName = (name: string): string => `"${name.replace(/["\p{Cc}]/gu, '')}"`

const octets = new TextEncoder()

/** A long line in several, each but the first begun by a space; no character is torn apart (3.1). */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const character of line) {
    const more = octets.encode(character).length
    if (size + more > longestLine) {
      pieces.push(piece)
      // The space that begins the next line counts, too.
      piece = ''
      size = 1
    }
    piece += character
    size += more
  }
  return [...pieces, piece].join('\r\n ')
}
