import { readEvent } from '#app/runner/events/read-event.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { eventSentence } from '../activity-sentences/event-words.ts'
import { otherTasksOf } from '../activity-sentences/other-tasks-of.ts'
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
  const changeOf = ({ at, actorId }: NewsEvent) => `${at} ${actorId}`
  const counted = events.slice(-mostEvents)
  const changes = [...Map.groupBy(counted, changeOf).values()]
  const known = new Set(counted.map(changeOf))
  if (changes.length === 0) return null
  return {
    sinceOn,
    number,
    count: changes.length,
    isMore: events.some((event) => !known.has(changeOf(event))),
    changes: changes
      .slice(-mostTold)
      .reverse()
      .flatMap((change) => {
        const [first] = change
        if (!first) return []
        const sentence = eventSentence(readEvent(first), first.by, { today, planId, others: otherTasksOf(change) })
        return [{ number: first.number, sentence, subjectId: first.subjectId }]
      }),
    subjects: [
      ...new Map(events.flatMap((it) => (it.subjectId === null ? [] : [[it.subjectId, it.number] as const]))),
    ].map(([id, latest]) => [id, latest]),
  }
}
