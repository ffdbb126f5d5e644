import { numberAt } from './number-at.ts'
import type { LateDates } from './walk-backward.ts'
import { unlimitedLate } from './walk-backward.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { outOfRange } from './work-calendar.ts'
import { dateOf, firstDay, lastDay } from './dates.ts'
import type { Faults } from './faults.ts'
import type { EarlyDates } from './walk-forward.ts'
import type { TaskAnswer } from './model.ts'
import type { Network } from './network.ts'
import { calendarOf, noWork } from './network.ts'
import { doneStatus, startedStatus } from './task-table.ts'

/** The first and the last day that any date of an answer, or its slack, touches. */
export type TouchedDays = { first: number; last: number }

type Rows = { rows: TaskAnswer[]; slack: Int32Array; lateStart: Int32Array; reach: TouchedDays }

/** Late dates and slack of every task, for the answer; a late date outside the calendar is reported to `faults`. */
export function computeSlack(network: Network, dates: EarlyDates, late: LateDates, faults: Faults): Rows {
  const { size, tasks } = network
  const slack = new Int32Array(size)
  const lateStart = new Int32Array(size)
  const rows = new Array<TaskAnswer>(size)
  const reach = { first: lastDay, last: firstDay }
  for (let task = 0; task < size; task++) {
    const start = numberAt(dates.start, task) >> 1
    const finish = numberAt(dates.finish, task) >> 1
    let startLate = start
    let finishLate = finish
    let total = 0
    let free = 0
    const isDone = numberAt(tasks.status, task) === doneStatus
    if (!isDone) {
      const calendar = calendarOf(network, task)
      const duration = numberAt(tasks.duration, task)
      const latest = numberAt(late.latest, task)
      total = slackUntil(latest, numberAt(dates.finish, task), calendar)
      const held = numberAt(late.free, task)
      free = Math.max(0, held === unlimitedLate ? total : slackUntil(held, numberAt(dates.finish, task), calendar))
      const index = calendar.before((latest + 1) >> 1)
      finishLate = calendar.dayAt(index - 1)
      if (isSitting(tasks.sittings[task], latest, duration)) finishLate = latest >> 1
      else if (duration === 0 && total === 0) finishLate = finish
      startLate = duration === 0 ? finishLate : calendar.dayAt(index - duration)
      if (numberAt(tasks.status, task) === startedStatus) startLate = start
      if (Math.abs(finishLate) === outOfRange || Math.abs(startLate) === outOfRange) {
        const where = finishLate === outOfRange || startLate === outOfRange ? 'later' : 'earlier'
        const isEmpty = where === 'later' ? calendar.emptyAbove : calendar.emptyBelow
        faults.add(tasks.ids[task] ?? '', isEmpty ? 'side' : 'durationDays', noWork(calendar, where))
        finishLate = finish
        startLate = start
      }
    }
    reach.first = Math.min(reach.first, start, startLate, finishLate)
    reach.last = Math.max(reach.last, finish, finishLate, isDone ? finish : slipped(network, task, finish, free))
    slack[task] = total
    lateStart[task] = startLate
    rows[task] = {
      id: tasks.ids[task] ?? '',
      earlyStart: dateOf(start),
      earlyFinish: dateOf(finish),
      lateStart: dateOf(startLate),
      lateFinish: dateOf(finishLate),
      totalSlackDays: total,
      freeSlackDays: free,
      critical: !isDone && total <= 0,
    }
  }
  return { rows, slack, lateStart, reach }
}

/** The day that a slip by all of the free slack leads to; free slack may go on past every late date. */
function slipped(network: Network, task: number, finish: number, free: number): number {
  const calendar = calendarOf(network, task)
  return Math.min(lastDay, calendar.dayAt(calendar.before(finish) + free))
}

/**
 * Own working days from one moment to the latest that is allowed. What lies after it is late by a day at least, even on
 * days off; after the end of a day, days are compared by date, so a point at the start of the next counts that one.
 */
function slackUntil(latest: number, moment: number, calendar: WorkCalendar): number {
  if (moment <= latest) return calendar.before((latest + 1) >> 1) - calendar.before((moment + 1) >> 1)
  const byDate = (latest & 1) === 1
  const late = calendar.before(((moment + 1) >> 1) + (byDate && (moment & 1) === 0 ? 1 : 0))
  return Math.min(-1, calendar.before((latest + 1) >> 1) - late)
}

/** Whether the latest finish is one of the task's sittings; work is over only at the end of one. */
function isSitting(sittings: readonly number[] | null | undefined, latest: number, duration: number): boolean {
  return (duration === 0 || (latest & 1) === 1) && (sittings?.includes(latest >> 1) ?? false)
}
