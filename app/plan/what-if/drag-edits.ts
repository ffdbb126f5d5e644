import type { TaskView } from '../view/plan-view.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import { type PlanRows, computePlan } from '../core/compute-plan.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate, Side } from '#app/schedule/model.ts'
import { calendarFor, durationBetween, nextWorkingDay, previousWorkingDay } from '#app/schedule/working-days.ts'
import type { Edit } from '../edits/edit.ts'
import type { WhatIfAsk } from './what-if-asks.ts'
import type { BarPart } from './may-move-part.ts'
import { applyEdits } from './preview-edits.ts'

type Dated = Pick<TaskView, 'id' | 'side' | 'earlyStart' | 'earlyFinish' | 'startedOn' | 'durationDays' | 'status'>

const calendarOf = ({ plan }: PlanRows, side: Side, around: IsoDate) =>
  calendarFor(
    { vendor: calendarSpecOf(plan.vendorCalendar), customer: calendarSpecOf(plan.customerCalendar) },
    side,
    around,
  )

/** A typed or dragged start is the day before which the task does not start. */
export const startEdit = (task: Dated, date: IsoDate): Edit => ({ field: 'notBefore', task: task.id, value: date })

/** A typed or dragged finish sets the working days from the start, at least one. */
export const finishEdit = (rows: PlanRows, task: Dated, date: IsoDate): Edit => ({
  field: 'durationDays',
  task: task.id,
  value: Math.max(1, durationBetween(calendarOf(rows, task.side, date), task.startedOn ?? task.earlyStart, date)),
})

/** One working day of the task's own side further or back. */
export function editByOneDay(rows: PlanRows, task: Dated, part: BarPart, by: 1 | -1): Edit {
  if (part === 'finish') return { field: 'durationDays', task: task.id, value: Math.max(1, task.durationDays + by) }
  const calendar = calendarOf(rows, task.side, task.earlyStart)
  const next = addDays(task.earlyStart, by)
  const date = by > 0 ? nextWorkingDay(calendar, next) : previousWorkingDay(calendar, next)
  return startEdit(task, date ?? next)
}

type Move = Extract<WhatIfAsk, { do: 'drag' | 'step' }>

/** What moving a bar tries; a step counts from where the earlier ones led, also before the page has drawn them. */
export function editOfMove(material: PlanMaterial, edits: readonly Edit[], move: Move): Edit {
  const { rows, today } = material
  const { task, part } = move
  if (move.do === 'drag') return part === 'start' ? startEdit(task, move.to) : finishEdit(rows, task, move.to)
  const tried = applyEdits(material, edits).rows
  const computed = part === 'start' ? computePlan(tried, today) : null
  const { earlyStart } = computed?.ok ? computed.schedule.datesOf(task.id) : task
  const { durationDays } = tried.tasks.find(({ id }) => id === task.id) ?? task
  return editByOneDay(rows, { ...task, earlyStart, durationDays }, part, move.by)
}
