import { readEvent } from '#app/runner/events/read-event.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { eventSentence } from '../activity-sentences/event-words.ts'
import type { VisitNews } from './visit-news.ts'

/** An event of the activity as it is stored. */
export type NewsEvent = Parameters<typeof readEvent>[0] & {
  number: number
  at: string
  actorId: string | null
  by: string
}

/** How many changes are told one by one; *Activity* has all. */
const mostTold = 8

type Told = { planId: string; number: number; today: IsoDate; sinceOn: IsoDate; mostEvents: number }

/** What events of others come to, oldest first; null for none. The events of one change are told by its first one. */
export function newsFrom(
  events: readonly NewsEvent[],
  { planId, number, today, sinceOn, mostEvents }: Told,
): VisitNews | null {
  const changes = [...Map.groupBy(events.slice(-mostEvents), ({ at, actorId }) => `${at} ${actorId}`).values()]
  if (changes.length === 0) return null
  return {
    sinceOn,
    number,
    count: changes.length,
    isMore: events.length > mostEvents,
    changes: changes
      .slice(-mostTold)
      .reverse()
      .flatMap((change) => {
        const [first] = change
        if (!first) return []
        const sentence = eventSentence(readEvent(first), first.by, { today, planId, others: othersOf(change) })
        return [{ number: first.number, sentence, subjectId: first.subjectId }]
      }),
    subjects: [
      ...new Map(events.flatMap((it) => (it.subjectId === null ? [] : [[it.subjectId, it.number] as const]))),
    ].map(([id, latest]) => [id, latest]),
  }
}

/** To how many other things the same was done in one change. */
function othersOf(change: readonly NewsEvent[]) {
  const alike = change.filter(({ event }) => event === change[0]?.event)
  const count = new Set(alike.map(({ subjectId }) => subjectId)).size - 1
  if (count < 1) return undefined
  return { count, areMovedAlike: new Set(alike.map(({ changes }) => isElsewhere(changes))).size === 1 }
}

const isElsewhere = (changes: unknown): boolean =>
  typeof changes === 'object' && changes !== null && 'milestone' in changes
