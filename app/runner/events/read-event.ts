import { type ChangesRead, type EventName, type ReadEvent, eventCatalogue } from './catalogue.ts'

/** A row of the activity, as far as it says what happened. */
export type EventRow = { event: string; subjectId: string | null; subject: string; changes: unknown }

export const isEventName = (name: string): name is EventName => Object.hasOwn(eventCatalogue, name)

/** An event of the activity, without fields that cannot be read; null for one that the catalogue does not know. */
export const readEvent = (row: EventRow): ReadEvent | null => readEventWithFaults(row).event

/**
 * An event of the activity by the schema of its name.
 * @returns the event without the fields that cannot be read, and what could not be read: the event's name, or name and field
 */
export function readEventWithFaults(row: EventRow): { event: ReadEvent | null; unread: string[] } {
  const { event, subjectId, subject, changes } = row
  if (!isEventName(event)) return { event: null, unread: [event] }
  const { stored } = eventCatalogue[event]
  const whole = stored.safeParse(changes)
  if (whole.success) return { event: eventOf(event, { subjectId, subject, changes: whole.data }), unread: [] }
  const faulty = [...new Set(whole.error.issues.map(({ path }) => String(path[0] ?? 'changes')))]
  const readable = Object.entries(Object(changes)).filter(([field]) => !faulty.includes(field))
  return {
    event: eventOf(event, { subjectId, subject, changes: stored.parse(Object.fromEntries(readable)) }),
    unread: faulty.map((field) => `${event}: ${field}`),
  }
}

/** The schema of a name reads the changes of that name; the compiler cannot follow that through the table. */
const eventOf = (event: EventName, { changes, ...rest }: Omit<EventRow, 'event'>): ReadEvent =>
  ({ event, ...rest, changes: changes as ChangesRead<EventName> }) as ReadEvent
