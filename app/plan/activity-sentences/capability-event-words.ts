import type { ReadEvent } from '#app/runner/events/catalogue.ts'
import type { capabilityEvents } from '#app/runner/events/capability-events.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { quotedTitle } from './quoted-title.ts'

type CapabilityEventName = keyof typeof capabilityEvents

/** A sentence for every event of what was sold. */
export const capabilitySentences: {
  [Name in CapabilityEventName]: <By>(by: By, event: ReadEvent<Name>) => readonly (string | By)[]
} = {
  'capability added': (by, { subject }) => sentenceParts`${by} added the capability ${quotedTitle(subject)}`,
  'capability changed': (by, { subject }) => sentenceParts`${by} edited the capability ${quotedTitle(subject)}`,
  'capability promised': (by, { subject, changes: { inContract, promiser } }) =>
    inContract?.after === true
      ? sentenceParts`${by} added ${quotedTitle(subject)} to the contract`
      : inContract?.after === false
        ? sentenceParts`${by} took ${quotedTitle(subject)} out of the contract`
        : typeof promiser?.after === 'string'
          ? sentenceParts`${by} noted that ${promiser.after} promised ${quotedTitle(subject)}`
          : sentenceParts`${by} changed what was promised of ${quotedTitle(subject)}`,
  'capability planned': (by, { subject }) => sentenceParts`${by} changed which tasks deliver ${quotedTitle(subject)}`,
  'capability noted': (by, { subject }) => sentenceParts`${by} changed the internal note on ${quotedTitle(subject)}`,
  'capability left out': (by, { subject }) =>
    sentenceParts`${by} said why ${quotedTitle(subject)} is not in the contract`,
  'capability delivered': (by, { subject }) => sentenceParts`${by} marked ${quotedTitle(subject)} as delivered`,
  'delivery taken back': (by, { subject }) => sentenceParts`${by} marked ${quotedTitle(subject)} as not delivered`,
  'capability accepted': (by, { subject }) => sentenceParts`${by} accepted ${quotedTitle(subject)}`,
  'acceptance taken back': (by, { subject }) =>
    sentenceParts`${by} took back the acceptance of ${quotedTitle(subject)}`,
  'capability removed': (by, { subject }) => sentenceParts`${by} removed the capability ${quotedTitle(subject)}`,
  'capability restored': (by, { subject }) => sentenceParts`${by} restored the capability ${quotedTitle(subject)}`,
  'service changed': (by, { changes: { serviceUnit } }) =>
    serviceUnit?.after === 'days'
      ? sentenceParts`${by} changed the service days`
      : sentenceParts`${by} changed the service budget`,
}
