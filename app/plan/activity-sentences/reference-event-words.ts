import type { referenceEvents } from '#app/runner/events/reference-events.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'

type ReferenceEventName = keyof typeof referenceEvents

/** A sentence for every event of references. */
export const referenceSentences: { [Name in ReferenceEventName]: <By>(by: By) => readonly (string | By)[] } = {
  'reference answered': (by) => sentenceParts`${by} answered the question about a reference`,
  'reference taken back': (by) => sentenceParts`${by} withdrew consent to a reference`,
  'call requested': (by) => sentenceParts`${by} asked for a reference call`,
  'call accepted': (by) => sentenceParts`${by} accepted a reference call`,
  'call declined': (by) => sentenceParts`${by} declined a reference call`,
  'call withdrawn': (by) => sentenceParts`${by} withdrew from a reference call`,
  'call cancelled': (by) => sentenceParts`${by} cancelled a reference call`,
  'call outcome noted': (by) => sentenceParts`${by} noted how a reference call went`,
  'reference described': (by) => sentenceParts`${by} described the reference for the library`,
  'consent given': (by) => sentenceParts`${by} agreed to give a reference`,
  'consent changed': (by) => sentenceParts`${by} changed what the reference covers`,
  'piece drafted': (by) => sentenceParts`${by} wrote a draft about the first win`,
  'piece sent': (by) => sentenceParts`${by} sent a text about the first win for approval`,
  'piece approved': (by) => sentenceParts`${by} approved a text about the first win`,
  'piece sent back': (by) => sentenceParts`${by} sent back a text about the first win`,
  'reference asked for': (by) => sentenceParts`${by} asked for a reference`,
  'logo asked for': (by) => sentenceParts`${by} asked for the picture of the logo`,
  'reference taken': (by) => sentenceParts`${by} took over the reference`,
  'reference use noted': (by) => sentenceParts`${by} used the reference`,
  'reference use removed': (by) => sentenceParts`${by} removed a use of the reference`,
}
