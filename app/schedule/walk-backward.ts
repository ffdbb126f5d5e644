import { numberAt } from './number-at.ts'
import { outOfRange } from './work-calendar.ts'
import { noDay } from './dates.ts'
import type { EarlyDates } from './walk-forward.ts'
import {
  finishForMoment,
  holdsFinish,
  leavesStart,
  momentForPoint,
  momentForWork,
  pointAllowed,
  startAllowed,
} from './links.ts'
import type { Network } from './network.ts'
import { calendarOf } from './network.ts'
import { doneStatus, openStatus, startedStatus } from './task-table.ts'

/**
 * By task, as moments (see links.ts): `latest`, by which it must be finished; `free`, the last finish that yet moves no
 * successor's early date, `unlimited` when no successor can move.
 */
export type LateDates = { readonly latest: Int32Array; readonly free: Int32Array }

export const unlimitedLate = 2 ** 30

/** Walks backward from `finishBy`, or from the earliest finish of the whole. */
export function walkBackward(network: Network, dates: EarlyDates): LateDates {
  const { size, order, tasks, links } = network
  const cap = network.finishBy === noDay ? lastOf(dates.finish) : endOf(network.finishBy)
  const latest = new Int32Array(size).fill(cap)
  const free = new Int32Array(size).fill(unlimitedLate)
  for (let task = 0; task < size; task++) {
    const notAfter = numberAt(tasks.notAfter, task)
    if (notAfter !== noDay) latest[task] = Math.min(cap, endOf(notAfter))
  }
  for (let i = size - 1; i >= 0; i--) {
    const task = numberAt(order, i)
    const state = numberAt(tasks.status, task)
    if (state === doneStatus) continue
    const sittings = tasks.sittings[task]
    if (sittings) latest[task] = lastSitting(sittings, numberAt(latest, task), numberAt(tasks.duration, task) === 0)
    for (let row = numberAt(links.first, task), end = numberAt(links.first, task + 1); row < end; row++) {
      const from = numberAt(links.from, row)
      const type = numberAt(links.type, row)
      if (!holds(network, from, task, type)) continue
      const limit = state === startedStatus ? limitOfStarted(network, dates, latest, task, row) : numberAt(latest, task)
      latest[from] = Math.min(numberAt(latest, from), finishWithin(network, from, task, row, limit))
      if (state !== openStatus) continue
      free[from] = Math.min(numberAt(free, from), finishWithin(network, from, task, row, numberAt(dates.finish, task)))
    }
  }
  return { latest, free }
}

function endOf(day: number): number {
  return 2 * day + 1
}

function lastOf(moments: Int32Array): number {
  let last = numberAt(moments, 0)
  for (const moment of moments) if (moment > last) last = moment
  return last
}

/** Whether a link still limits the task it leaves: no start that has happened holds anything, nor is held by anything. */
function holds(network: Network, from: number, task: number, type: number): boolean {
  const { status } = network.tasks
  const fromState = numberAt(status, from)
  if (fromState === doneStatus || (fromState === startedStatus && leavesStart(type))) return false
  return numberAt(status, task) === openStatus || holdsFinish(type)
}

/**
 * How late a started task may finish, as one link from before sees it. Its early dates do not follow its links, so it can
 * be on time and yet ahead of what it should wait for: that alone makes no one late.
 */
function limitOfStarted(network: Network, dates: EarlyDates, latest: Int32Array, task: number, row: number): number {
  const limit = numberAt(latest, task)
  if (limit < numberAt(dates.finish, task)) return limit
  const { links, tasks } = network
  const type = numberAt(links.type, row)
  const moment = numberAt(leavesStart(type) ? dates.start : dates.finish, numberAt(links.from, row))
  const calendar = calendarOf(network, task)
  const duration = numberAt(tasks.duration, task)
  if (duration === 0) return Math.max(limit, pointAllowed(type, numberAt(links.lag, row), moment, calendar))
  return Math.max(
    limit,
    2 * calendar.dayAt(startAllowed(type, numberAt(links.lag, row), moment, calendar, duration) + duration),
  )
}

/** The latest finish of `from`, the task a link leaves, that keeps `task` no later than `limit`. */
function finishWithin(network: Network, from: number, task: number, row: number, limit: number): number {
  const { links, tasks } = network
  const type = numberAt(links.type, row)
  const lag = numberAt(links.lag, row)
  const calendar = calendarOf(network, task)
  const duration = numberAt(tasks.duration, task)
  const moment =
    duration === 0
      ? momentForPoint(type, lag, limit, calendar)
      : momentForWork(type, lag, calendar.before((limit + 1) >> 1), calendar, duration)
  if (moment >= 2 * outOfRange) return unlimitedLate
  const ownDuration = numberAt(tasks.duration, from)
  return ownDuration === 0 ? moment : finishForMoment(type, moment, calendarOf(network, from), ownDuration)
}

/**
 * The end of the last sitting that fits; a point fits at the start of one, work must be over by then. Where none fits, the
 * limit stays, so that a plan that cannot be met still has its dates.
 */
function lastSitting(sittings: readonly number[], limit: number, point: boolean): number {
  let last = noDay
  for (const sitting of sittings) if ((point ? 2 * sitting : endOf(sitting)) <= limit) last = sitting
  return last === noDay ? limit : Math.min(limit, endOf(last))
}
