import { type ChangesRead, type EventName, type ReadEvent, eventCatalogue } from './catalogue.ts'

/** A row of the activity, as far as it says what happened. */
export type EventRow = { event: string; subjectId: string | null; subject: string; changes: unknown }

export const isEventName = (name: string): name is EventName => Object.hasOwn(eventCatalogue, name)

/** An event of the activity by the schema of its name; null for one that the catalogue does not know. */
export function readEvent({ event, subjectId, subject, changes }: EventRow): ReadEvent | null {
  if (!isEventName(event)) return null
  const read = eventCatalogue[event].stored.safeParse(changes)
  return read.success ? eventOf(event, { subjectId, subject, changes: read.data }) : null
}

/** The schema of a name reads the changes of that name; the compiler cannot follow that through the table. */
const eventOf = (event: EventName, { changes, ...rest }: Omit<EventRow, 'event'>): ReadEvent =>
  ({ event, ...rest, changes: changes as ChangesRead<EventName> }) as ReadEvent
