import type { TaskView } from '../core/view.ts'
import type { PlanRows } from '../core/compute-plan.ts'
import { specOf } from '../core/calendar-spec.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate, Side } from '#app/schedule/model.ts'
import { calendarFor, durationBetween, nextWorkingDay, previousWorkingDay } from '#app/schedule/working-days.ts'
import type { Edit } from '../core/edits.ts'

/** Which end of a bar is moved: its whole by the start, or its finish alone. */
export type BarPart = 'start' | 'finish'

type Dated = Pick<TaskView, 'id' | 'side' | 'earlyStart' | 'earlyFinish' | 'startedOn' | 'durationDays' | 'status'>

const calendarOf = ({ plan }: PlanRows, side: Side, around: IsoDate) =>
  calendarFor({ vendor: specOf(plan.vendorCalendar), customer: specOf(plan.customerCalendar) }, side, around)

/** What may be moved of a task: nothing once it is done, only the finish once it has begun. */
export const mayMovePart = ({ status }: Pick<TaskView, 'status'>, part: BarPart): boolean =>
  status === 'open' || (status === 'started' && part === 'finish')

/** A typed or dragged start is the day before which the task does not begin. */
export const startEdit = (task: Dated, date: IsoDate): Edit => ({ field: 'notBefore', task: task.id, value: date })

/** A typed or dragged finish is so many working days from the start, at least one. */
export const finishEdit = (rows: PlanRows, task: Dated, date: IsoDate): Edit => ({
  field: 'durationDays',
  task: task.id,
  value: Math.max(1, durationBetween(calendarOf(rows, task.side, date), task.startedOn ?? task.earlyStart, date)),
})

/** One working day of the task's own side further or back. */
export function stepEdit(rows: PlanRows, task: Dated, part: BarPart, by: 1 | -1): Edit {
  if (part === 'finish') return { field: 'durationDays', task: task.id, value: Math.max(1, task.durationDays + by) }
  const calendar = calendarOf(rows, task.side, task.earlyStart)
  const next = addDays(task.earlyStart, by)
  const date = by > 0 ? nextWorkingDay(calendar, next) : previousWorkingDay(calendar, next)
  return startEdit(task, date ?? next)
}
