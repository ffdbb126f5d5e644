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
  /** The tasks that it gives an owner. */
  assigns?: readonly string[]
}

/** Of some tasks those that one of these orders gives an owner. */
export const assignedBy = (orders: readonly WaitingOrder[], taskIds: readonly string[]): string[] =>
  taskIds.filter((id) => orders.some(({ assigns = [] }) => assigns.includes(id)))

/** Moves tasks to a place. @param ask null within their own milestone: their order changes no date */
export const moveTasksOrder = (taskIds: readonly string[], place: RowPlace, ask: RowOrder['ask']): RowOrder => ({
  values: { intent: 'move-tasks', taskIds: [...taskIds], ...place },
  ask,
})

export const moveMilestoneOrder = (place: MilestonePlace): RowOrder => ({
  values: { intent: 'move-milestone', ...place },
  ask: null,
})
