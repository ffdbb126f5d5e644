import type { EditHere, PersonHere, PresentNow } from '#app/kit/presence-table.ts'
import type { Sight } from '#app/policy/policy.ts'
import { type ToldPresence, editedFields, noOneElse } from './told-presence.ts'

/** The most people who are told by name. */
const mostNamed = 12
/** The most edits that are told. */
const mostEdits = 20

export type PresenceReader = { id: string; sight: Sight }

/** What readers of one sight are told. */
type Visible = { people: readonly PersonHere[]; ids: ReadonlySet<string>; edits: readonly EditHere[] }

/** Made once for all readers of one sight: a thousand of them may be told at the same moment. */
const visibleOf = new WeakMap<PresentNow, Map<Sight, Visible>>()

/**
 * Who has the plan open and what they edit, as one reader is told, without the reader. Everyone is told about their own company; the
 * customer is told about the vendor's people who work on the plan, the lead and the team, and not about other members who look at it. No
 * ids of people are told, and nothing about a task that the other side keeps to itself.
 */
export function presentFor(present: PresentNow, { id, sight }: PresenceReader): ToldPresence {
  const { people, ids, edits } = visibleTo(present, sight)
  const others = people.slice(0, mostNamed + 1).filter((person) => person.id !== id)
  const named = others.slice(0, mostNamed)
  if (named.length === 0) return noOneElse
  return {
    people: named.map(({ name, side }) => ({ name, side })),
    more: people.length - (ids.has(id) ? 1 : 0) - named.length,
    edits: edits
      .filter(({ person }) => person.id !== id)
      .flatMap(toldEdit)
      .slice(0, mostEdits),
  }
}

function visibleTo(present: PresentNow, sight: Sight): Visible {
  const bySight = visibleOf.get(present) ?? new Map<Sight, Visible>()
  visibleOf.set(present, bySight)
  const known = bySight.get(sight)
  if (known) return known
  const people = present.people.filter((person) => mayBeTold(person, sight))
  const edits = present.edits.filter(
    ({ person, privateTo }) => mayBeTold(person, sight) && (privateTo === null || privateTo === sight),
  )
  const visible = { people, ids: new Set(people.map((person) => person.id)), edits }
  bySight.set(sight, visible)
  return visible
}

function toldEdit({ person: { name, side }, subjectId, field: edited }: EditHere): ToldPresence['edits'] {
  const field = editedFields.find((it) => it === edited)
  return field ? [{ name, side, taskId: subjectId, field }] : []
}

/** Whether readers of this sight are told about the person. */
const mayBeTold = (person: PersonHere, sight: Sight): boolean => person.isKnown || person.side === sight
