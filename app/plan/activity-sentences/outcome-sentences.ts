import { type EventRow, readEvent } from '#app/runner/events/read-event.ts'
import { eventSentence, restOfChangeWords, you } from './event-words.ts'
import { isOfTask, otherTasksOf } from './other-tasks-of.ts'

/** The most sentences about one change. */
const mostSaid = 3

/**
 * What the reader just did, whole sentences about all of it: one for what was done to several tasks alike, which names them, and one for
 * each other event.
 * @param events of one change, the first one first
 */
export function outcomeSentences(events: readonly EventRow[]): string {
  const alike = Map.groupBy(events, (event) => (isOfTask(event) ? event.event : event))
  const sentences = [...new Set([...alike.values()].flatMap(sentenceOf))]
  const said = sentences.slice(0, mostSaid)
  const rest = sentences.length - said.length
  return [...said, ...(rest > 0 ? [restOfChangeWords(rest)] : [])].join(' ')
}

/** @param alike events of one name that were done to tasks, or one event */
function sentenceOf(alike: readonly EventRow[]): string[] {
  const [first, ...rest] = alike
  if (!first) return []
  const others = otherTasksOf(alike)
  const byId = new Map(rest.map(({ subjectId, subject }) => [subjectId, subject]))
  byId.delete(first.subjectId)
  return [eventSentence(readEvent(first), you, { others: others && { ...others, titles: [...byId.values()] } })]
}
