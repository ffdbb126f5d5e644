import type { z } from 'zod'
import { agreementEvents } from './agreement-events.ts'
import { capabilityEvents } from './capability-events.ts'
import type { StoredChanges, VisibleTo, WrittenChanges } from './define-event.ts'
import { milestoneEvents } from './milestone-events.ts'
import { participantEvents } from './participant-events.ts'
import { planEvents } from './plan-events.ts'
import { referenceEvents } from './reference-events.ts'
import { situationEvents } from './situation-events.ts'
import { talkEvents } from './talk-events.ts'
import { taskEvents } from './task-events.ts'
import { termsEvents } from './terms-events.ts'
import { winEvents } from './win-events.ts'
import { personEvents, workspaceEvents } from './workspace-events.ts'

/**
 * Every event that can be recorded, by name in the past tense: who may read it, and its fields as data. Sentences, changes,
 * undo and exports are made from it; the product's state is not.
 */
export const eventCatalogue = {
  ...taskEvents,
  ...milestoneEvents,
  ...termsEvents,
  ...agreementEvents,
  ...planEvents,
  ...participantEvents,
  ...situationEvents,
  ...winEvents,
  ...referenceEvents,
  ...capabilityEvents,
  ...talkEvents,
  ...workspaceEvents,
  ...personEvents,
}

type Catalogue = typeof eventCatalogue
export type EventName = keyof Catalogue

/** The events that the person who did it may read, though others of that side may not. */
export const eventsToldToActor: readonly string[] = Object.entries(eventCatalogue).flatMap(([name, { readers }]) =>
  readers === 'vendor and actor' ? name : [],
)

type ValuesOf<Name extends EventName> = Catalogue[Name]['always'] & Catalogue[Name]['maybe']

/** The fields before and after of an event as it is read. */
export type ChangesRead<Name extends EventName> = StoredChanges<ValuesOf<Name>>

type ChangesWritten<Name extends EventName> = Catalogue[Name] extends { isInverse: true }
  ? ChangesRead<Name>
  : WrittenChanges<Catalogue[Name]['always'], Catalogue[Name]['maybe']>

/** An event as a command records it. The subject is what it happened to, by id and by its name at that time. */
export type NewEvent<Name extends EventName = EventName> = {
  [Each in Name]: {
    event: Each
    subjectId: string
    subject: string
    changes: ChangesWritten<Each>
  } & VisibleTo<Catalogue[Each]['readers']>
}[Name]

/** An event as it is read from the activity. */
export type ReadEvent<Name extends EventName = EventName> = {
  [Each in Name]: { event: Each; subjectId: string | null; subject: string; changes: ChangesRead<Each> }
}[Name]

/** Every field that an event can have. */
export type EventField = { [Name in EventName]: keyof ValuesOf<Name> & string }[EventName]

/** Every kind of value that an event can hold. */
export type EventValue = {
  [Name in EventName]: { [Field in keyof ValuesOf<Name>]: z.infer<ValuesOf<Name>[Field]> }[keyof ValuesOf<Name>]
}[EventName]
