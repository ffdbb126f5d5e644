import { setImmediate as nextTurn } from 'node:timers/promises'

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

/**
 * The open pages of this process that a change is sent to: it is made once for all pages of a person, and changes that happen
 * until then are sent together.
 */
export function createOpenPages(): OpenPages {
  const groups = new Map<string, Group>()

  const send = async (group: Group) => {
    const number = group.heard
    const [first] = group.pages
    if (!first) return
    const sessions = [...new Set([...group.pages].map(({ sessionId }) => sessionId))]
    // The first session is checked where its page is found, the others are not.
    const [page, live] = await Promise.all([first.find(), sessions.length > 1 ? first.findLive(sessions) : undefined])
    let sent = 0
    for (const open of group.pages) {
      if (page && (live?.has(open.sessionId) ?? true)) open.show(number, page)
      else open.tell(number)
      if (++sent % pagesATurn === 0) await nextTurn()
    }
  }
  const sendSoon = (group: Group, within: number) => {
    if (group.isAtWork) return
    group.isAtWork = true
    setTimeout(() => {
      const { heard } = group
      void send(group)
        .catch(() => group.pages.forEach((open) => open.tell(heard)))
        .finally(() => {
          group.isAtWork = false
          if (group.heard > heard) sendSoon(group, within)
        })
    }, Math.random() * within)
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
