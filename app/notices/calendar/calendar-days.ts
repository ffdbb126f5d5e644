import { isHiddenFrom } from '#app/plan/core/cut-rows.ts'
import { hasEnded } from '#app/plan/core/stages.ts'
import { dueOf } from '#app/plan/core/due.ts'
import { type PlanSchedule, scheduleOf } from '#app/plan/core/compute-plan.ts'
import type { StoredRows } from '#app/plan/core/plan-rows.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { Computation } from '#app/kit/computations.ts'
import { calendarDayWords } from './calendar-day-words.ts'

/** A plan as its reader may see it now. */
export type CalendarPlan = {
  rows: StoredRows
  today: IsoDate
  reader: { id: string; sight: Sight }
  /** The company on the other side. */
  other: string
}

/** A day of a person's calendar. `uid` stays the same when the day moves. */
export type CalendarDay = { uid: string; planId: string; on: IsoDate; title: string; text: string; path: string }

/**
 * The days of a plan in its reader's calendar: by when go-live and the first win are due, and each open task of theirs. None once the plan ended; nothing that
 * the other side keeps to itself.
 */
function calendarDays(plan: CalendarPlan): CalendarDay[] {
  const { rows, today, reader } = plan
  if (hasEnded(rows.plan)) return []
  const schedule = scheduleOf(rows, today)
  const own = rows.tasks.filter((task) => task.owner?.id === reader.id && !isHiddenFrom(task, reader.sight))
  return [
    ...datesOf(plan, schedule),
    ...own.flatMap(({ id, doneOn }) => (doneOn === null ? [taskDay(plan, id, schedule)] : [])),
  ]
}

/** One task as a day of a calendar. @throws Error for an id that the plan does not have */
export function taskDay(
  { rows, today, other }: Omit<CalendarPlan, 'reader'>,
  taskId: string,
  schedule = scheduleOf(rows, today),
): CalendarDay {
  const task = rows.tasks.find(({ id }) => id === taskId)
  if (!task) throw new Error('The plan has no such task.')
  const { dueOn, expected } = dueOf({ rows, schedule }, taskId)
  const planId = rows.plan.id
  return {
    uid: `task-${taskId}@firstwin`,
    planId,
    on: dueOn,
    title: calendarDayWords.task(task.title, other),
    text: calendarDayWords.expected(rows.plan.project, expected),
    path: planLinks(planId).taskPage(taskId),
  }
}

/** What was reached is due no longer. */
function datesOf({ rows: { plan }, other }: CalendarPlan, { goals, request }: PlanSchedule): CalendarDay[] {
  const { id: planId, project, criticalDate, winBy } = plan
  const day = { planId, text: calendarDayWords.project(project), path: planLinks(planId).plan }
  const isOpen = (goal: string | null) => !request.tasks.some(({ id, doneOn }) => id === goal && doneOn)
  const goLive = { ...day, uid: `go-live-${planId}@firstwin`, on: criticalDate, title: calendarDayWords.goLive(other) }
  const win = { ...day, uid: `first-win-${planId}@firstwin`, on: winBy, title: calendarDayWords.firstWin(other) }
  return [...(isOpen(goals.goLive) ? [goLive] : []), ...(isOpen(goals.win) ? [win] : [])]
}

/** The days of several plans, beside the event loop. */
export const findCalendarDays = {
  name: 'find calendar days',
  compute: (plans) => plans.flatMap(calendarDays),
} satisfies Computation<CalendarPlan[], CalendarDay[]>
