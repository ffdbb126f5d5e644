import { at } from './arrays.ts'
import { far } from './calendar.ts'
import { noDay } from './dates.ts'
import type { EarlyDates } from './forward.ts'
import { finishForMoment, holdsFinish, leavesStart, momentForPoint, momentForWork } from './links.ts'
import type { Network } from './network.ts'
import { calendarOf } from './network.ts'
import { done, open, started } from './tasks.ts'

/**
 * By task: `latest`, what caps its finish, as a finish index (exclusive) of its own calendar for work and as a moment for a
 * point; `free`, the same for the finish that yet moves no successor's early date, `unheld` when no successor can move.
 */
export type LateDates = { readonly latest: Int32Array; readonly free: Int32Array }

export const unheld = 2 ** 30

/** Walks backward from `finishBy`, or from the earliest finish of the whole. */
export function walkBackward(network: Network, dates: EarlyDates): LateDates {
  const { size, order, tasks, links } = network
  const latest = new Int32Array(size)
  const free = new Int32Array(size).fill(unheld)
  const cap = network.finishBy === noDay ? lastOf(dates.finish) : 2 * network.finishBy + 1
  for (let task = 0; task < size; task++) latest[task] = capOf(network, task, cap)
  for (let i = size - 1; i >= 0; i--) {
    const task = at(order, i)
    const state = at(tasks.status, task)
    if (state === done) continue
    const calendar = calendarOf(network, task)
    const duration = at(tasks.duration, task)
    const sittings = network.sittings[task]
    if (sittings) latest[task] = lastSitting(network, task, sittings, at(latest, task))
    const late = at(latest, task)
    const early = duration === 0 ? at(dates.finish, task) : calendar.before((at(dates.finish, task) + 1) >> 1)
    for (let row = at(links.first, task), end = at(links.first, task + 1); row < end; row++) {
      const from = at(links.from, row)
      const type = at(links.type, row)
      const fromState = at(tasks.status, from)
      if (fromState === done || (fromState === started && leavesStart(type))) continue
      const bound = latestMoment(network, dates, task, row, late)
      latest[from] = Math.min(at(latest, from), ownBound(network, from, type, bound))
      if (state !== open) continue
      const still = latestMoment(network, dates, task, row, early)
      free[from] = Math.min(at(free, from), ownBound(network, from, type, still))
    }
  }
  return { latest, free }
}

/**
 * The latest moment of a link's near end that keeps `task` no later than `limit`. A point at the start of its day lets an
 * FF successor end on the working day before, so it is never late for where it already is.
 */
function latestMoment(network: Network, dates: EarlyDates, task: number, row: number, limit: number): number {
  const { links, tasks } = network
  const type = at(links.type, row)
  const lag = at(links.lag, row)
  const calendar = calendarOf(network, task)
  const duration = at(tasks.duration, task)
  if (duration === 0) return momentForPoint(type, lag, limit, calendar)
  const moment = momentForWork(type, lag, limit, calendar, duration)
  const from = at(links.from, row)
  const early = at(dates.finish, from)
  const startsDay = at(tasks.duration, from) === 0 && (early & 1) === 0
  const roundsUp = lag === 0 && holdsFinish(type) && !leavesStart(type)
  return startsDay && roundsUp ? Math.max(moment, Math.min(early, 2 * calendar.dayAt(limit))) : moment
}

function lastOf(moments: Int32Array): number {
  let last = at(moments, 0)
  for (const moment of moments) if (moment > last) last = moment
  return last
}

function capOf(network: Network, task: number, cap: number): number {
  const notAfter = at(network.tasks.notAfter, task)
  const moment = notAfter === noDay ? cap : Math.min(cap, 2 * notAfter + 1)
  return at(network.tasks.duration, task) === 0 ? moment : calendarOf(network, task).before((moment + 1) >> 1)
}

/** A moment that caps a link's near end, in the terms of `latest`. */
function ownBound(network: Network, task: number, type: number, moment: number): number {
  if (moment >= 2 * far) return unheld
  const duration = at(network.tasks.duration, task)
  return duration === 0 ? moment : finishForMoment(type, moment, calendarOf(network, task), duration)
}

/** The last sitting that fits; where none does, the cap stays, so that a plan that cannot be met still has its dates. */
function lastSitting(network: Network, task: number, sittings: readonly number[], latest: number): number {
  const point = at(network.tasks.duration, task) === 0
  const calendar = calendarOf(network, task)
  const finish = point ? calendar.before((latest >> 1) + 1) : latest
  let last = noDay
  for (const sitting of sittings) if (sitting <= finish) last = sitting
  if (last === noDay) return latest
  return point ? Math.min(latest, 2 * calendar.dayAt(last - 1) + 1) : last
}
