import type { FormValues } from '#app/ui/form-reply.ts'
import type { MilestonePlace } from './drop-place.ts'
import type { RowPlace } from './row-move.ts'

/** A change of several rows that the page posts, with what is asked first where it changes dates. */
export type RowOrder = {
  values: FormValues
  /** Null where no date can change; `back` is the id of the element whose link has the focus after a no. */
  ask: { title: string; button: 'move' | 'remove'; back: string } | null
}

/** An order that waits for those before it. */
export type WaitingOrder = {
  /** What it is, from where those before it left the page; undefined where nothing is left to do. */
  find: () => RowOrder | undefined
  /** The id of the element whose link has the focus afterwards. */
  focus: string
  /** The tasks that it gives an owner, and that owner as forms post it. */
  assigns?: { taskIds: readonly string[]; owner: string }
}

/** Whether two orders give one task an owner. */
export const meet = (one: WaitingOrder, other: WaitingOrder): boolean =>
  one.assigns?.taskIds.some((id) => other.assigns?.taskIds.includes(id)) ?? false

/** The owner that a task has once these orders are carried out; undefined where none of them gives it one. */
export const ownerAfter = (orders: readonly WaitingOrder[], taskId: string): string | undefined =>
  orders.findLast(({ assigns }) => assigns?.taskIds.includes(taskId))?.assigns?.owner

/** Moves tasks to a place. @param ask null within their own milestone: their order changes no date */
export const moveTasksOrder = (taskIds: readonly string[], place: RowPlace, ask: RowOrder['ask']): RowOrder => ({
  values: { intent: 'move-tasks', taskIds: [...taskIds], ...place },
  ask,
})

export const moveMilestoneOrder = (place: MilestonePlace): RowOrder => ({
  values: { intent: 'move-milestone', ...place },
  ask: null,
})
