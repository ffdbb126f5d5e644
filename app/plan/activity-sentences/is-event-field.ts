import type { EventField } from '#app/runner/events/catalogue.ts'
import { eventLabels } from './event-label-words.ts'

/** Whether a stored event's field is one that this version knows. */
export const isEventField = (field: string): field is EventField => Object.hasOwn(eventLabels, field)
