import { at } from './arrays.ts'
import type { WorkCalendar } from './calendar.ts'
import type { Faults } from './faults.ts'
import type { LinkType, ScheduleTask } from './model.ts'
import { linkTypes } from './model.ts'
import type { LinkTable } from './order.ts'

/** Positions in `linkTypes`. An odd one leaves from the start of the task waited for, one above 1 holds the finish. */
const finishToFinish = 2
const startToFinish = 3

/** Turns the links of all tasks into rows; what is wrong goes to `faults`. */
export function readLinks(tasks: readonly ScheduleTask[], places: Map<string, number>, faults: Faults): LinkTable {
  let count = 0
  for (const task of tasks) count += task.dependsOn?.length ?? 0
  const table: LinkTable = {
    first: new Int32Array(tasks.length + 1),
    from: new Int32Array(count),
    type: new Uint8Array(count),
    lag: new Int32Array(count),
  }
  let row = 0
  tasks.forEach((task, i) => {
    task.dependsOn?.forEach((link, n) => {
      const from = places.get(link.task)
      const type = link.type ? linkTypes.indexOf(link.type) : 0
      if (from === undefined) faults.add(task.id, `dependsOn[${n}].task`, `There is no task with the id ${link.task}.`)
      if (type < 0) faults.add(task.id, `dependsOn[${n}].type`, unknownType(link.type))
      const lag = link.lagDays ? faults.wholeDays(task.id, `dependsOn[${n}].lagDays`, link.lagDays, -10_000) : 0
      if (from === undefined || type < 0) return
      table.from[row] = from
      table.type[row] = type
      table.lag[row++] = lag
    })
    table.first[i + 1] = row
  })
  return table
}

function unknownType(type: LinkType | null | undefined): string {
  return `${String(type)} is not a kind of dependency: FS, SS, FF or SF.`
}

/*
 * Moments. A day has two: its start, 2 × day, and its end, 2 × day + 1. Work starts at a start and finishes at an end; a
 * point lies on either. `(moment + 1) >> 1` is the first day not yet begun at that moment, `moment >> 1` the day it is of.
 *
 * Each link is a pair of functions that mirror each other: the earliest that the waiting task can be, given a moment of
 * the other; and the latest such moment, given when the waiting task must be. They are exact inverses (a Galois
 * connection), which is what makes slack true: no less than how far a task can really slip, and no more.
 */

/** Whether this type of link leaves from the start of the task waited for. */
export function leavesStart(type: number): boolean {
  return (type & 1) === 1
}

/** Whether this type of link holds the finish of the task that waits. */
export function holdsFinish(type: number): boolean {
  return type > 1
}

/** The first index in its own calendar at which a task of `duration` working days can start, as this link allows. */
export function startAllowed(
  type: number,
  lag: number,
  moment: number,
  calendar: WorkCalendar,
  duration: number,
): number {
  if (type < finishToFinish) return calendar.before((moment + 1) >> 1) + lag
  if (type === finishToFinish && lag === 0) return calendar.before((moment - 1) >> 1) + 1 - duration
  return calendar.before((moment + 1) >> 1) + lag - duration
}

/**
 * The first moment at which a point can lie, as this link allows: the other's moment; after a lag the end of the last lag
 * day; with a negative lag the start of the day on which work would start. SF puts it on the working day before.
 */
export function pointAllowed(type: number, lag: number, moment: number, calendar: WorkCalendar): number {
  if (lag === 0 && type !== startToFinish) return moment
  const index = calendar.before((moment + 1) >> 1) + lag
  return lag < 0 && type !== startToFinish ? 2 * calendar.dayAt(index) : 2 * calendar.dayAt(index - 1) + 1
}

/** Mirrors `startAllowed`: the latest moment that lets a task finish by index `finish` (exclusive) of its own calendar. */
export function momentForWork(
  type: number,
  lag: number,
  finish: number,
  calendar: WorkCalendar,
  duration: number,
): number {
  if (type < finishToFinish) return 2 * calendar.dayAt(finish - duration - lag)
  if (type === finishToFinish && lag === 0) return 2 * calendar.dayAt(finish - 1) + 2
  return 2 * calendar.dayAt(finish - lag)
}

/** Mirrors `pointAllowed`: the latest moment that lets a point lie no later than `latest`. */
export function momentForPoint(type: number, lag: number, latest: number, calendar: WorkCalendar): number {
  if (lag === 0 && type !== startToFinish) return latest
  const index =
    lag < 0 && type !== startToFinish ? calendar.before((latest >> 1) + 1) - 1 : calendar.before((latest + 1) >> 1)
  return 2 * calendar.dayAt(index - lag)
}

/** The last finish index (exclusive) with which a task of `duration` leaves this link's moment no later than `latest`. */
export function finishForMoment(type: number, latest: number, calendar: WorkCalendar, duration: number): number {
  return leavesStart(type) ? calendar.before((latest >> 1) + 1) - 1 + duration : calendar.before((latest + 1) >> 1)
}

/** The rows of the links that a task waits for. */
export function rowsOf(links: LinkTable, task: number): { from: number; to: number } {
  return { from: at(links.first, task), to: at(links.first, task + 1) }
}
