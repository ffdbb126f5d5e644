/** A person who has something open, such as a plan. */
export type PersonHere = {
  id: string
  name: string
  side: 'vendor' | 'customer'
  /** Whether the other company knows them as one of those who work on it. */
  isKnown: boolean
}

/** A part of something that is edited, such as a task of a plan and its field. */
export type EditedPart = {
  subjectId: string
  field: string
  /** The side that alone may know of it; null for both. */
  privateTo: 'vendor' | 'customer' | null
}

/** Someone who edits something now. */
export type EditHere = EditedPart & { person: PersonHere }

/** Who is at one place, each once, by name, and what is edited there; the same object until it changes. */
export type PresentNow = { people: readonly PersonHere[]; edits: readonly EditHere[] }

/** Who is at one place, as one process knows it from itself and from the others. */
export type PresenceTable = {
  /** Takes the list of a process in place of its list before. @returns whether that may have changed who is here */
  setPeople(process: string, people: readonly PersonHere[]): boolean
  /**
   * Notes what a person edits in one of their pages, in place of what they edited there before; null for nothing.
   * @param until how long that is believed, unless it is noted again
   * @returns whether that changed anything
   */
  setEdit(person: PersonHere, page: string, part: EditedPart | null, until: number): boolean
  /** A person edits nothing any longer, in any page. */
  endEdits(personId: string): boolean
  /** Believes the lists of these processes until then only, unless they are told again. */
  doubt(isDoubted: (process: string) => boolean, until: number): void
  /** Forgets what is not believed any longer. @returns whether that may have changed who is here */
  sweep(now: number): boolean
  /** Put together only now: a thousand may come between two times that someone asks. */
  now(): PresentNow
}

/** So many pages at one place may edit at once; more are not noted. */
const mostEdits = 100
/** And so many of one person, the latest, so that a single person cannot take the room of all others. */
const mostEditsOfPerson = 5

/** An empty table. Times are milliseconds of any clock that only goes forward. */
export function createPresenceTable(): PresenceTable {
  const lists = new Map<string, { people: readonly PersonHere[]; until: number }>()
  const edits = new Map<string, { edit: EditHere; until: number }>()
  let present: PresentNow = { people: [], edits: [] }
  let mayDiffer = false

  function noteDifference(): true {
    mayDiffer = true
    return true
  }

  function build(): PresentNow {
    const edited = [...edits.values()].map(({ edit }) => edit)
    // A person who edits is here, also on a page without a stream.
    const people = merged([
      ...[...lists.values()].flatMap((list) => list.people),
      ...edited.map(({ person }) => person),
    ])
    return { people, edits: edited }
  }

  /** Makes room for one more edit of a person who has as many as may be. */
  function forgetOldestOf(personId: string) {
    const theirs = [...edits].filter(([, { edit }]) => edit.person.id === personId)
    const [oldest] = theirs.sort(([, a], [, b]) => a.until - b.until)
    if (oldest && theirs.length >= mostEditsOfPerson) edits.delete(oldest[0])
  }

  return {
    setPeople(process, people) {
      if (people.length === 0) return lists.delete(process) && noteDifference()
      lists.set(process, { people, until: Infinity })
      return noteDifference()
    },
    setEdit(person, page, part, until) {
      const key = `${person.id} ${page}`
      if (!part) return edits.delete(key) && noteDifference()
      const before = edits.get(key)
      if (!before) forgetOldestOf(person.id)
      if (!before && edits.size >= mostEdits) return false
      const edit = { ...part, person }
      edits.set(key, { edit, until })
      return !(before && isSameEdit(before.edit, edit)) && noteDifference()
    },
    endEdits(personId) {
      const theirs = [...edits].filter(([, { edit }]) => edit.person.id === personId)
      for (const [key] of theirs) edits.delete(key)
      return theirs.length > 0 && noteDifference()
    },
    doubt(isDoubted, until) {
      for (const [process, list] of lists) if (isDoubted(process)) list.until = Math.min(list.until, until)
    },
    sweep(now) {
      const removed = [forgetUntil(lists, now), forgetUntil(edits, now)]
      return removed.includes(true) && noteDifference()
    },
    now() {
      if (!mayDiffer) return present
      mayDiffer = false
      const built = build()
      // As another process tells someone who is known already.
      if (JSON.stringify(built) !== JSON.stringify(present)) present = built
      return present
    },
  }
}
const isSameEdit = (a: EditHere, b: EditHere): boolean =>
  a.subjectId === b.subjectId &&
  a.field === b.field &&
  a.privateTo === b.privateTo &&
  a.person.name === b.person.name &&
  a.person.isKnown === b.person.isKnown

/** @returns whether anything was removed */
function forgetUntil(believed: Map<string, { until: number }>, now: number): boolean {
  const over = [...believed].filter(([, { until }]) => until <= now)
  for (const [key] of over) believed.delete(key)
  return over.length > 0
}

/** Each person once. A person known by any list is known. */
function merged(all: readonly PersonHere[]): PersonHere[] {
  const byId = new Map<string, PersonHere>()
  for (const person of all) if (!byId.get(person.id)?.isKnown) byId.set(person.id, person)
  return [...byId.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}
