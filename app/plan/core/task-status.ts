import type { TaskRow } from './compute-plan.ts'

export type TaskStatus = 'open' | 'started' | 'done'

/** A task that is done counts as done, also where no start was noted. */
export const statusOf = ({ startedOn, doneOn }: Pick<TaskRow, 'startedOn' | 'doneOn'>): TaskStatus =>
  doneOn ? 'done' : startedOn ? 'started' : 'open'
