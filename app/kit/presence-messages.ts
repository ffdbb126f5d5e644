import { z } from 'zod'

const place = { process: z.string(), workspaceId: z.string(), scopeId: z.string() }
const person = z.object({
  id: z.string(),
  name: z.string(),
  side: z.enum(['vendor', 'customer']),
  isKnown: z.boolean(),
})
const part = z.object({
  subjectId: z.string(),
  field: z.string(),
  privateTo: z.enum(['vendor', 'customer']).nullable(),
})
/** What processes tell each other about who is where. */
export const presenceMessage = z.discriminatedUnion('presence', [
  /** Everyone that a process has at a place. @param asks whether the others shall tell theirs */
  z.object({ presence: z.literal('people'), ...place, people: z.array(person), asks: z.boolean() }),
  /** What a person edits in one of their pages. */
  z.object({ presence: z.literal('edit'), ...place, person, page: z.string(), part: part.nullable() }),
  /** A person may not be here any longer. */
  z.object({ presence: z.literal('gone'), ...place, personId: z.string() }),
  z.object({ presence: z.literal('alive'), process: z.string() }),
  z.object({ presence: z.literal('closed'), process: z.string() }),
])
export type PresenceMessage = z.infer<typeof presenceMessage>

/** A notification takes 8,000 bytes; people who do not fit in are not told to other processes. */
const mostBytes = 7_000

export type EditMessage = Extract<PresenceMessage, { presence: 'edit' }>
type PeopleMessage = Extract<PresenceMessage, { presence: 'people' }>

/** The message with as many people as a notification takes. */
export function fittingMessage(told: PeopleMessage): PeopleMessage {
  let bytes = 0
  const people = told.people.filter((person) => (bytes += Buffer.byteLength(JSON.stringify(person)) + 1) <= mostBytes)
  return { ...told, people }
}
