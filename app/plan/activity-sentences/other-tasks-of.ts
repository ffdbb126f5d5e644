import { z } from 'zod'
import { taskEvents } from '#app/runner/events/task-events.ts'
import type { OtherTasks } from './event-words.ts'

type StoredEvent = { event: string; subjectId: string | null; changes: unknown }

const toldBy = z.object({
  /** The event that was taken back. */
  undone: z.object({ after: z.string() }).optional().catch(undefined),
  milestone: z.object({ after: z.unknown() }).optional().catch(undefined),
})

const changesOf = ({ changes }: StoredEvent): z.infer<typeof toldBy> => toldBy.safeParse(changes).data ?? {}

/** Whether its subject is a task. Who takes tasks over is a person. */
export function isOfTask(stored: StoredEvent): boolean {
  const name = stored.event === 'change undone' ? changesOf(stored).undone?.after : stored.event
  return name !== undefined && name !== 'tasks taken over' && Object.hasOwn(taskEvents, name)
}

/**
 * The other tasks to which the same was done in one change; undefined where there are none, or where the first was done to no task.
 * @param events of the change, the first one first
 */
export function otherTasksOf(events: readonly StoredEvent[]): OtherTasks | undefined {
  const [first] = events
  if (!first || !isOfTask(first)) return undefined
  const alike = events.filter((it) => it.event === first.event && isOfTask(it))
  const ids = new Set(alike.map(({ subjectId }) => subjectId))
  if (ids.size < 2) return undefined
  const movedTo = alike.map((it) => changesOf(it).milestone?.after)
  return { count: ids.size - 1, areMovedAlike: new Set(movedTo).size === 1 }
}
