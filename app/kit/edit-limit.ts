/** What one person may tell about what they edit, at one process: a page tells changes, a second apart, and some have two of them. */
const editsOfPerson = { most: 150, within: 60_000 }

/** How often each person has told what they edit. */
export type EditLimit = {
  /** Counts one more. @returns the seconds to wait where that is too much, else 0 */
  waitOf(personId: string): number
  /** Forgets processes that have sent nothing for a while. */
  sweep(): void
}

export function createEditLimit(): EditLimit {
  const toldBy = new Map<string, { times: number; since: number }>()
  return {
    waitOf(personId) {
      const now = performance.now()
      const told = toldBy.get(personId)
      if (!told || told.since <= now - editsOfPerson.within) {
        toldBy.set(personId, { times: 1, since: now })
        return 0
      }
      told.times++
      return told.times > editsOfPerson.most ? Math.ceil((told.since + editsOfPerson.within - now) / 1000) : 0
    },
    sweep() {
      const now = performance.now()
      for (const [personId, { since }] of toldBy) if (since <= now - editsOfPerson.within) toldBy.delete(personId)
    },
  }
}
