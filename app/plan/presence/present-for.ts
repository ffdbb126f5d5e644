import type { EditHere, PersonHere, PresentNow } from '#app/kit/presence-table.ts'
import type { Sight } from '#app/policy/policy.ts'
import { type ToldEdit, type ToldPresence, editedFields, noOneElse } from './told-presence.ts'

/** The most people who are told by name. */
const mostNamed = 12
/** The most fields that are told as edited, and the most people who are named with one. */
const mostEdits = 20
const mostNamedInField = 3

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
    edits: toldEdits(edits.filter(({ person }) => person.id !== id)).slice(0, mostEdits),
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

/** Each field once, and each person once in it: someone may have it open in two tabs. */
function toldEdits(edits: readonly EditHere[]): ToldEdit[] {
  const byField = Map.groupBy(edits, ({ subjectId, field }) => `${subjectId} ${field}`)
  return [...byField.values()].flatMap((all) => {
    const people = [...new Map(all.map(({ person }) => [person.id, person])).values()]
    const [first] = all
    const field = editedFields.find((it) => it === first?.field)
    if (!first || !field) return []
    const names = people.slice(0, mostNamedInField).map(({ name }) => name)
    return [{ names, more: people.length - names.length, side: first.person.side, taskId: first.subjectId, field }]
  })
}

/** Whether readers of this sight are told about the person. */
const mayBeTold = (person: PersonHere, sight: Sight): boolean => person.isKnown || person.side === sight
