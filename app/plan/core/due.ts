import type { IsoDate, TaskAnswer } from '#app/schedule/model.ts'
import { calendarFor, workingDaysBetween } from '#app/schedule/working-days.ts'
import { type PlanRows, type PlanSchedule, type TaskRow, reachedOn } from './compute-plan.ts'

/** What every page, email and picture says of a task, a milestone or a goal. */
export type Due = {
  /** The day by which it must be done. */
  dueOn: IsoDate
  /** The day on which it is expected, or was done. */
  expected: IsoDate
  /** Working days that it can still slip; negative when it is late, 0 once it is done. */
  bufferDays: number
  late: boolean
}

export type DueQuestion = { rows: PlanRows; schedule: PlanSchedule }

/**
 * When a task, a milestone or a goal is due, when it is expected, and whether it is late. A milestone is due and expected
 * like the last of its open tasks and late when any of them is; one without open tasks has the dates of its point. A goal
 * waits for more than its own tasks, so its point counts as one of them. What is expected after its due day is late by the
 * working days of both sides between the two. @throws Error for an id the plan does not have
 */
export function dueOf({ rows, schedule }: DueQuestion, id: string): Due {
  const point = schedule.datesOf(id)
  const isMilestone = rows.milestones.some((milestone) => milestone.id === id)
  const isGoal = id === schedule.goals.goLive || id === schedule.goals.win
  if (!isMilestone || reachedOn(rows, id) !== null) return dueLike([point])
  const open = rows.tasks
    .filter((task) => task.milestoneId === id && task.doneOn === null)
    .map((task) => schedule.datesOf(task.id))
  return milestoneDue(schedule, dueLike(isGoal || open.length === 0 ? [point, ...open] : open))
}

/** A milestone's own count of days, whatever the calendars and dates of the tasks that make it late. */
const milestoneDue = (schedule: PlanSchedule, due: Due): Due =>
  due.expected > due.dueOn ? { ...due, bufferDays: -daysLate(schedule, due.dueOn, due.expected), late: true } : due

/** Working days of both sides from the day by which a milestone must be reached to the day on which it is expected, one at least. */
export const daysLate = ({ request }: PlanSchedule, by: IsoDate, expected: IsoDate): number =>
  Math.max(1, workingDaysBetween(calendarFor(request.calendars, 'both', by), by, expected))

/** The open tasks that are late, the latest first. */
export function lateTasks({ rows, schedule }: DueQuestion): { task: TaskRow; due: Due }[] {
  return rows.tasks
    .filter(({ doneOn }) => doneOn === null)
    .map((task) => ({ task, due: dueOf({ rows, schedule }, task.id) }))
    .filter(({ due }) => due.late)
    .sort((a, b) => a.due.bufferDays - b.due.bufferDays)
}

function dueLike(dates: TaskAnswer[]): Due {
  const last = (of: 'lateFinish' | 'earlyFinish') =>
    dates.map((each) => each[of]).reduce((latest, day) => (day > latest ? day : latest))
  const bufferDays = Math.min(...dates.map(({ totalSlackDays }) => totalSlackDays))
  return { dueOn: last('lateFinish'), expected: last('earlyFinish'), bufferDays, late: bufferDays < 0 }
}
