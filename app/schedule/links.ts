import type { WorkCalendar } from './work-calendar.ts'
import type { Faults } from './faults.ts'
import { faultTexts } from './faults.ts'
import type { Link, LinkType, ScheduleTask } from './model.ts'
import { maxDays } from './model.ts'
import type { LinkTable } from './order-tasks.ts'

/** Positions in `linkTypes`. An odd one leaves from the start of the task waited for, one above 1 holds the finish. */
const finishToFinish = 2
const startToFinish = 3

/** Turns the links of all tasks into rows; what is wrong goes to `faults`. */
export function readLinks(tasks: readonly ScheduleTask[], places: Map<string, number>, faults: Faults): LinkTable {
  let count = 0
  for (const task of tasks) count += task.dependsOn?.length ?? 0
  const first = new Int32Array(tasks.length + 1)
  const from = new Int32Array(count)
  const type = new Uint8Array(count)
  const lag = new Int32Array(count)
  let row = 0
  for (let i = 0; i < tasks.length; i++) {
    const task = tasks[i]
    const links = task?.dependsOn ?? []
    for (let n = 0; task && n < links.length; n++) {
      const link = links[n]
      if (!link) continue
      const place = places.get(link.task)
      const code = typeCode(link.type)
      const days = link.lagDays ?? 0
      if (place === undefined || code < 0 || !isLag(days)) addFaults(task.id, n, link, place, faults)
      if (place === undefined || code < 0) continue
      from[row] = place
      type[row] = code
      lag[row++] = isLag(days) ? days : 0
    }
    first[i + 1] = row
  }
  return { first, from, type, lag }
}

/** The position of a type in `linkTypes`, -1 for an unknown one; spelled out because it is asked for every link. */
function typeCode(type: LinkType | null | undefined): number {
  if (type === 'FS' || type === null || type === undefined) return 0
  return type === 'SS' ? 1 : type === 'FF' ? 2 : type === 'SF' ? 3 : -1
}

function isLag(days: number): boolean {
  return Number.isInteger(days) && days >= -maxDays && days <= maxDays
}

function addFaults(id: string, n: number, link: Link, place: number | undefined, faults: Faults): void {
  if (place === undefined) faults.add(id, `dependsOn[${n}].task`, `There is no task with the id ${link.task}.`)
  if (link.type && typeCode(link.type) < 0) faults.add(id, `dependsOn[${n}].type`, faultTexts.type(link.type))
  faults.wholeDays(id, `dependsOn[${n}].lagDays`, link.lagDays ?? 0, -maxDays)
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

/**
 * The first index in its own calendar at which a task of `duration` working days can start, as this link allows. FF
 * without lag ends it on the first own working day on or after the other's date.
 */
export function startAllowed(
  type: number,
  lag: number,
  moment: number,
  calendar: WorkCalendar,
  duration: number,
): number {
  if (type < finishToFinish) return calendar.before((moment + 1) >> 1) + lag
  if (type === finishToFinish && lag === 0) return calendar.before(moment >> 1) + 1 - duration
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
  if (type === finishToFinish && lag === 0) return 2 * calendar.dayAt(finish - 1) + 1
  return 2 * calendar.dayAt(finish - lag)
}

/** Mirrors `pointAllowed`: the latest moment that lets a point lie no later than `latest`. */
export function momentForPoint(type: number, lag: number, latest: number, calendar: WorkCalendar): number {
  if (lag === 0 && type !== startToFinish) return latest
  const index =
    lag < 0 && type !== startToFinish ? calendar.before((latest >> 1) + 1) - 1 : calendar.before((latest + 1) >> 1)
  return 2 * calendar.dayAt(index - lag)
}

/** The latest finish with which work of `duration` leaves this link's moment, its start or its finish, by `latest`. */
export function finishForMoment(type: number, latest: number, calendar: WorkCalendar, duration: number): number {
  return leavesStart(type) ? 2 * calendar.dayAt(calendar.before((latest >> 1) + 1) - 1 + duration) : latest
}
