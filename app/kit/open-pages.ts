import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Log } from './log.server.ts'

/** Fills a kept page for one of the open pages that show it, with form keys of its own: a gzip file. */
export type FillPage = () => Buffer

/** An open page, as far as it takes what other pages of its reader take. */
type FollowingPage = {
  sessionId: string
  /** The page as it is now; undefined where each has to load it by itself. */
  find(): Promise<FillPage | undefined>
  /** Which of these sessions still last. */
  findLive(sessionIds: string[]): Promise<ReadonlySet<string>>
  /** Sends the page as it is since this change. */
  show(number: number, page: FillPage): void
  /** Tells only that there was this change. */
  tell(number: number): void
}

/** Open pages that show the same to the same person. */
type Group = { pages: Set<FollowingPage>; heard: number; isAtWork: boolean }

export type OpenPages = {
  /**
   * @param key what the page shows, and its reader
   * @returns `hear` for each change, with the milliseconds that it may wait; `leave` ends it
   */
  join(key: string, page: FollowingPage): { hear(number: number, within: number): void; leave(): void }
}

/** Pages are sent so many at a time, so that other requests have their turn. */
const pagesATurn = 20
/** Sessions by which the page is looked for, before each page loads by itself. */
const mostTries = 3
const notFoundMessage = 'a page that changed could not be found, so each open page loads it'

/**
 * The open pages of this process that a change is sent to: it is made once for all pages of a person, and changes that happen
 * until then are sent together.
 */
export function createOpenPages(log: Pick<Log, 'warn'>): OpenPages {
  const groups = new Map<string, Group>()

  /** The page, by the first session that finds it: one may be about to end, or its reader about to leave. */
  const findPage = async (group: Group) => {
    const bySession = new Map([...group.pages].map((open) => [open.sessionId, open]))
    for (const open of [...bySession.values()].slice(0, mostTries)) {
      const page = await open.find().catch((error: unknown) => void log.warn({ err: error }, notFoundMessage))
      if (page) return { page, live: bySession.size > 1 ? await open.findLive([...bySession.keys()]) : undefined }
    }
    return undefined
  }
  const send = async (group: Group, number: number) => {
    const found = await findPage(group)
    let sent = 0
    for (const open of group.pages) {
      if (found && (found.live?.has(open.sessionId) ?? true)) showIn(open, number, found.page)
      else open.tell(number)
      if (++sent % pagesATurn === 0) await nextTurn()
    }
  }
  const showIn = (open: FollowingPage, number: number, page: FillPage) => {
    try {
      open.show(number, page)
    } catch (error) {
      log.warn({ err: error }, 'a page could not be sent with its change')
      open.tell(number)
    }
  }
  const sendSoon = (group: Group, within: number) => {
    if (group.isAtWork) return
    group.isAtWork = true
    const work = () => {
      const { heard } = group
      void send(group, heard)
        .catch((error: unknown) => {
          log.warn({ err: error }, notFoundMessage)
          group.pages.forEach((open) => open.tell(heard))
        })
        .finally(() => {
          group.isAtWork = false
          if (group.heard > heard) sendSoon(group, within)
        })
    }
    setTimeout(work, Math.random() * within).unref()
  }

  return {
    join(key, page) {
      const group = groups.get(key) ?? { pages: new Set(), heard: 0, isAtWork: false }
      groups.set(key, group)
      group.pages.add(page)
      return {
        hear(number, within) {
          if (number <= group.heard) return
          group.heard = number
          sendSoon(group, within)
        },
        leave() {
          group.pages.delete(page)
          if (group.pages.size === 0 && groups.get(key) === group) groups.delete(key)
        },
      }
    },
  }
}
