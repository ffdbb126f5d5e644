/** A person who has something open, such as a plan. */
export type PersonHere = {
  id: string
  name: string
  side: 'vendor' | 'customer'
  /** Whether the other company knows them as one of those who work on it. */
  isKnown: boolean
}

/** Who is at one place, each once, by name; the same object until it changes. */
export type PresentNow = { people: readonly PersonHere[] }

/** Who is at one place, as one process knows it from itself and from the others. */
export type PresenceTable = {
  /** Takes the list of a process in place of its list before. @returns whether that changed who is here */
  setPeople(process: string, people: readonly PersonHere[]): boolean
  /** Believes the lists of all processes but this one until then only, unless they are told again. */
  doubt(own: string, until: number): void
  /** Forgets what is not believed any longer. @returns whether that changed who is here */
  sweep(now: number): boolean
  now(): PresentNow
}

/** An empty table. Times are milliseconds of any clock that only goes forward. */
export function createPresenceTable(): PresenceTable {
  const lists = new Map<string, { people: readonly PersonHere[]; until: number }>()
  let present: PresentNow = { people: [] }

  function hasChanged(): boolean {
    const people = merged([...lists.values()].flatMap((list) => list.people))
    if (JSON.stringify(people) === JSON.stringify(present.people)) return false
    present = { people }
    return true
  }

  return {
    setPeople(process, people) {
      if (people.length === 0) lists.delete(process)
      else lists.set(process, { people, until: Infinity })
      return hasChanged()
    },
    doubt(own, until) {
      for (const [process, list] of lists) if (process !== own) list.until = Math.min(list.until, until)
    },
    sweep(now) {
      for (const [process, { until }] of lists) if (until <= now) lists.delete(process)
      return hasChanged()
    },
    now: () => present,
  }
}

/** Each person once. Who is known by any list is known. */
function merged(all: readonly PersonHere[]): PersonHere[] {
  const byId = new Map<string, PersonHere>()
  for (const person of all) if (!byId.get(person.id)?.isKnown) byId.set(person.id, person)
  return [...byId.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}
