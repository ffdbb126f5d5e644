import type { TaskRow } from './compute-plan.ts'

export type TaskStatus = 'open' | 'started' | 'done'

export const statusOf = ({ startedOn, doneOn }: Pick<TaskRow, 'startedOn' | 'doneOn'>): TaskStatus =>
  doneOn ? 'done' : startedOn ? 'started' : 'open'
