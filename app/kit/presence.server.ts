import type { Announcements } from './announcements.server.ts'
import { createEditLimit } from './edit-limit.ts'
import { newId } from './ids.ts'
import { type EditMessage, type PresenceMessage, fittingMessage, presenceMessage } from './presence-messages.ts'
import {
  type EditedPart,
  type PersonHere,
  type PresenceTable,
  type PresentNow,
  createPresenceTable,
} from './presence-table.ts'

/** Something that people have open together: a plan of a workspace. */
export type SharedPlace = { workspaceId: string; scopeId: string }

/** One open page of a person. */
export type OpenPage = {
  /** What is known about the person now. */
  update(person: PersonHere): void
  /** @param isAtOnce whether no one waits for the page to come back, as after signing out */
  leave(isAtOnce?: boolean): void
}

/** Who is where, across all processes. Nothing of it is stored. */
export type Presence = {
  /** @param hear called soon after the page is opened, and whenever someone comes or goes */
  join(place: SharedPlace, person: PersonHere, hear: () => void): OpenPage
  /**
   * Tells every process what a person edits in one of their pages, instead of what they edited there before.
   * @param page the page's own name
   * @param part null for nothing any longer
   */
  edit(place: SharedPlace, person: PersonHere, page: string, part: EditedPart | null): void
  /** Asked before each edit is told, and counted. @returns the seconds to wait where one person tells too much, else 0 */
  waitToEdit(personId: string): number
  at(place: SharedPlace): PresentNow
  close(): Promise<void>
}

export type PresenceTiming = {
  /** People stay for so long after their last page is closed: a page that is loaded again shall not flicker. */
  linger: number
  /** What changes meanwhile is told to the other processes together. */
  publishWithin: number
  /** The same for open pages: so long, and so much longer for each page, up to the longest. */
  tellWithin: number
  tellPerPage: number
  longestTell: number
  /** How often a process with people says that it lives, and after how long a silent one is forgotten with its people. */
  alive: number
  silence: number
  /** How long the others may take to answer when a process asks who is there. */
  answer: number
  /** What is edited is forgotten after so long, unless it is told again. */
  editing: number
}

/** In milliseconds. */
export const presenceTiming: PresenceTiming = {
  linger: 8_000,
  publishWithin: 400,
  tellWithin: 250,
  tellPerPage: 4,
  longestTell: 5_000,
  alive: 5_000,
  silence: 16_000,
  answer: 10_000,
  editing: 30_000,
}

type Here = {
  place: SharedPlace
  table: PresenceTable
  /** Whether the table still has an earlier list of this process's own people. */
  isBehind: boolean
  pages: Map<OpenPage, { person: PersonHere; hear: () => void }>
  /** People who closed their last page just now. */
  lingering: Map<string, { person: PersonHere; end: NodeJS.Timeout }>
  asks: boolean
  published: string
  publishing: NodeJS.Timeout | undefined
  telling: NodeJS.Timeout | undefined
}

/**
 * Keeps who is at each place that this process has pages of. Each process tells the others its own list when that changes, and answers
 * when one asks; one that falls silent, as when it is killed, is forgotten. Whatever changes within a moment is told together, to processes
 * and pages alike, so that many people who come at once make few messages.
 */
export function startPresence(
  announcements: Pick<Announcements, 'tellOthers' | 'hearOthers' | 'onMissed'>,
  timing: PresenceTiming = presenceTiming,
): Presence {
  const own = newId()
  const places = new Map<string, Here>()
  const heardAt = new Map<string, number>()
  const limit = createEditLimit()
  let isClosed = false

  const tell = (told: PresenceMessage) => announcements.tellOthers(told)

  const peopleOf = ({ pages, lingering }: Here): PersonHere[] => [
    ...new Map(
      [...[...lingering.values()].map((it) => it.person), ...[...pages.values()].map((it) => it.person)].map(
        (it) => [it.id, it] as const,
      ),
    ).values(),
  ]

  function publish(here: Here) {
    here.publishing = undefined
    const { asks } = here
    const told = fittingMessage({ presence: 'people', process: own, ...here.place, people: peopleOf(here), asks })
    const text = JSON.stringify(told.people)
    if (text === here.published && !asks) return endIfEmpty(here)
    here.asks = false
    here.published = text
    tell(told).then(
      () => here.published === text && endIfEmpty(here),
      // What was not told, since the database is away, is told with the next sign of life; so the place stays until then.
      () => {
        here.published = 'unknown'
        here.asks ||= asks
      },
    )
  }
  const publishSoon = (here: Here, within = timing.publishWithin) => {
    here.publishing ??= setTimeout(() => publish(here), within).unref()
  }
  function endIfEmpty(here: Here) {
    if (here.pages.size > 0 || here.lingering.size > 0 || places.get(key(here.place)) !== here) return
    clearTimeout(here.telling)
    places.delete(key(here.place))
  }
  const tellSoon = (here: Here) => {
    const within = Math.min(timing.tellWithin + here.pages.size * timing.tellPerPage, timing.longestTell)
    here.telling ??= setTimeout(() => {
      here.telling = undefined
      for (const { hear } of [...here.pages.values()]) hear()
    }, within).unref()
  }
  function changed(here: Here) {
    here.isBehind = true
    tellSoon(here)
    publishSoon(here)
  }
  /** Its own people are listed here and not with each change: a thousand changes may come at once. */
  function presentAt(here: Here): PresentNow {
    if (here.isBehind) here.table.setPeople(own, peopleOf(here))
    here.isBehind = false
    return here.table.now()
  }
  /** Asks the others who is there. What they do not confirm is forgotten. */
  function ask(here: Here, within?: number) {
    here.asks = true
    here.table.doubt((process) => process !== own, performance.now() + timing.answer)
    publishSoon(here, within)
  }
  function forget(process: string) {
    heardAt.delete(process)
    for (const here of places.values()) if (here.table.setPeople(process, [])) tellSoon(here)
  }

  /** Its pages are back at another process soon, as when a new version is put in place. */
  function letGo(stopped: string) {
    heardAt.delete(stopped)
    const until = performance.now() + timing.linger
    for (const { table } of places.values()) table.doubt((process) => process === stopped, until)
  }

  function noteEdit(here: Here, { person, page, part }: Pick<EditMessage, 'person' | 'page' | 'part'>) {
    if (here.table.setEdit(person, page, part, performance.now() + timing.editing)) tellSoon(here)
  }
  function endEdits(here: Here, personId: string) {
    if (here.table.endEdits(personId)) tellSoon(here)
  }

  function hear(payload: Record<string, unknown>) {
    const { success, data } = presenceMessage.safeParse(payload)
    if (!success || data.process === own || isClosed) return
    if (data.presence === 'closed') return letGo(data.process)
    const isNew = !heardAt.has(data.process)
    heardAt.set(data.process, performance.now())
    // One that was silent for long has people that were forgotten at all places.
    if (isNew) for (const here of places.values()) ask(here)
    if (data.presence === 'alive') return
    const here = places.get(key(data))
    if (!here) return
    if (data.presence === 'edit') return noteEdit(here, data)
    if (data.presence === 'gone') return endEdits(here, data.personId)
    if (here.table.setPeople(data.process, data.people)) tellSoon(here)
    if (data.asks) {
      here.published = 'unknown'
      publishSoon(here)
    }
  }

  const signs = setInterval(() => {
    if (places.size > 0) tell({ presence: 'alive', process: own }).catch(() => undefined)
    for (const here of places.values()) if (here.published === 'unknown') publishSoon(here)
  }, timing.alive).unref()
  const sweeps = setInterval(() => {
    const now = performance.now()
    for (const [process, at] of heardAt) if (at <= now - timing.silence) forget(process)
    limit.sweep()
    for (const here of places.values()) if (here.table.sweep(now)) tellSoon(here)
  }, timing.alive / 3).unref()
  const endings = [
    announcements.hearOthers(hear),
    // Not for every place at the same moment.
    announcements.onMissed(() => {
      for (const here of places.values()) ask(here, timing.publishWithin * (1 + 4 * Math.random()))
    }),
  ]

  function placeAt(place: SharedPlace): Here {
    const found = places.get(key(place))
    if (found) return found
    const here: Here = {
      place: { workspaceId: place.workspaceId, scopeId: place.scopeId },
      table: createPresenceTable(),
      isBehind: false,
      pages: new Map(),
      lingering: new Map(),
      asks: true,
      published: 'unknown',
      publishing: undefined,
      telling: undefined,
    }
    places.set(key(place), here)
    return here
  }

  return {
    join(place, person, hear) {
      const here = placeAt(place)
      const page: OpenPage = {
        update(now) {
          const entry = here.pages.get(page)
          if (!entry || JSON.stringify(entry.person) === JSON.stringify(now)) return
          entry.person = now
          changed(here)
        },
        leave(isAtOnce = false) {
          const entry = here.pages.get(page)
          if (!entry || isClosed) return
          here.pages.delete(page)
          const { person } = entry
          if ([...here.pages.values()].some((other) => other.person.id === person.id)) return
          if (isAtOnce) {
            endEdits(here, person.id)
            tell({ presence: 'gone', process: own, ...here.place, personId: person.id }).catch(() => undefined)
            return changed(here)
          }
          clearTimeout(here.lingering.get(person.id)?.end)
          const end = setTimeout(() => {
            here.lingering.delete(person.id)
            changed(here)
          }, timing.linger).unref()
          here.lingering.set(person.id, { person, end })
        },
      }
      here.pages.set(page, { person, hear })
      clearTimeout(here.lingering.get(person.id)?.end)
      here.lingering.delete(person.id)
      changed(here)
      return page
    },
    edit(place, person, page, part) {
      const here = places.get(key(place))
      if (here) noteEdit(here, { person, page, part })
      const { workspaceId, scopeId } = place
      // Told again before it is forgotten, so that one that is lost does no harm.
      tell({ presence: 'edit', process: own, workspaceId, scopeId, person, page, part }).catch(() => undefined)
    },
    waitToEdit: limit.waitOf,
    at(place) {
      const here = places.get(key(place))
      return here ? presentAt(here) : { people: [], edits: [] }
    },
    async close() {
      isClosed = true
      clearInterval(signs)
      clearInterval(sweeps)
      for (const end of endings) end()
      for (const { publishing, telling, lingering } of places.values()) {
        clearTimeout(publishing)
        clearTimeout(telling)
        for (const { end } of lingering.values()) clearTimeout(end)
      }
      if (places.size > 0) await tell({ presence: 'closed', process: own }).catch(() => undefined)
      places.clear()
    },
  }
}

const key = ({ workspaceId, scopeId }: SharedPlace) => `${workspaceId} ${scopeId}`
