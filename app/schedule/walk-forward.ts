import { numberAt } from './number-at.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { outOfRange, horizonDays } from './work-calendar.ts'
import { noDay } from './dates.ts'
import type { Faults } from './faults.ts'
import { holdsFinish, leavesStart, pointAllowed, startAllowed } from './links.ts'
import type { Network } from './network.ts'
import { calendarOf, noWork } from './network.ts'
import { openStatus, startedStatus } from './task-table.ts'

/** The early dates of all tasks, as moments (see links.ts). */
export type EarlyDates = { readonly start: Int32Array; readonly finish: Int32Array }

/** The dates of a task that has none; its links constrain nothing. */
export const noMoment = 2 * noDay

/** Dates for so many tasks, none of them computed yet. They can be reused for each run of a simulation. */
export function emptyDates(size: number): EarlyDates {
  return { start: new Int32Array(size).fill(noMoment), finish: new Int32Array(size).fill(noMoment) }
}

/**
 * The forward pass: writes the early dates of every task into `dates`. A task without any is reported to `faults` and
 * constrains nothing. `durations` may differ from the network's own, for simulation.
 */
export function walkForward(network: Network, durations: Int32Array, dates: EarlyDates, faults: Faults | null): void {
  const { order } = network
  for (let i = 0; i < network.size; i++) {
    const task = numberAt(order, i)
    const calendar = calendarOf(network, task)
    const duration = numberAt(durations, task)
    place(network, task, calendar, duration, dates)
    if (faults && numberAt(dates.finish, task) === noMoment) tellWhy(network, task, calendar, duration, dates, faults)
  }
}

/** Writes the early dates of a task; it has none where there is no day for it. */
function place(network: Network, task: number, calendar: WorkCalendar, duration: number, dates: EarlyDates): void {
  const state = numberAt(network.tasks.status, task)
  dates.start[task] = noMoment
  dates.finish[task] = noMoment
  if (state === openStatus && duration > 0) placeWork(network, task, calendar, duration, dates)
  else if (state === openStatus) placePoint(network, task, calendar, dates)
  else if (state === startedStatus) placeStarted(network, task, calendar, duration, dates)
  else placeDone(network, task, calendar, duration, dates)
}

function placeWork(network: Network, task: number, calendar: WorkCalendar, duration: number, dates: EarlyDates): void {
  const { links } = network
  let index = numberAt(network.floor, task)
  for (let row = numberAt(links.first, task), end = numberAt(links.first, task + 1); row < end; row++) {
    const type = numberAt(links.type, row)
    const moment = numberAt(leavesStart(type) ? dates.start : dates.finish, numberAt(links.from, row))
    if (moment === noMoment) continue
    const allowed = startAllowed(type, numberAt(links.lag, row), moment, calendar, duration)
    if (allowed > index) index = allowed
  }
  let finish = calendar.dayAt(index + duration - 1)
  const sittings = network.tasks.sittings[task]
  if (sittings && finish !== outOfRange) {
    finish = firstSitting(sittings, finish)
    index = calendar.before(finish + 1) - duration
  }
  if (finish === outOfRange) return
  dates.start[task] = 2 * calendar.dayAt(index)
  dates.finish[task] = 2 * finish + 1
}

/**
 * A point is where a link puts it, possibly at the end of a day, or else at the start of the first possible day. One that
 * waits for a possible finish date is at the start of that day, even on a day off.
 */
function placePoint(network: Network, task: number, calendar: WorkCalendar, dates: EarlyDates): void {
  const { links } = network
  const sittings = network.tasks.sittings[task]
  let moment =
    2 * (sittings ? firstDayForSitting(network, task, calendar) : calendar.dayAt(numberAt(network.floor, task)))
  for (let row = numberAt(links.first, task), end = numberAt(links.first, task + 1); row < end; row++) {
    const type = numberAt(links.type, row)
    const from = numberAt(leavesStart(type) ? dates.start : dates.finish, numberAt(links.from, row))
    if (from === noMoment) continue
    const allowed = pointAllowed(type, numberAt(links.lag, row), from, calendar)
    if (allowed > moment) moment = allowed
  }
  if (sittings && moment < 2 * outOfRange) moment = Math.max(moment, 2 * firstSitting(sittings, moment >> 1))
  if (moment >= 2 * outOfRange) return
  dates.start[task] = moment
  dates.finish[task] = moment
}

/** Where a point may first meet a sitting: `notBefore` alone rolls to a working day. */
function firstDayForSitting(network: Network, task: number, calendar: WorkCalendar): number {
  const notBefore = numberAt(network.tasks.notBefore, task)
  return notBefore === noDay ? network.earliest : Math.max(network.earliest, calendar.dayAt(calendar.before(notBefore)))
}

/** Started work continues from its actual start, even if a dependency should have delayed it. */
function placeStarted(
  network: Network,
  task: number,
  calendar: WorkCalendar,
  duration: number,
  dates: EarlyDates,
): void {
  const startedOn = numberAt(network.tasks.startedOn, task)
  const sittings = network.tasks.sittings[task]
  if (duration === 0 && !sittings && network.today <= startedOn) {
    const moment = actualPoint(network, task, startedOn, calendar, dates)
    dates.start[task] = moment
    dates.finish[task] = moment
    return
  }
  const worked = duration === 0 ? startedOn : calendar.dayAt(calendar.before(startedOn) + duration - 1)
  if (worked === outOfRange) return
  const open = Math.max(worked, network.today)
  const finish = sittings ? firstSitting(sittings, open) : calendar.dayAt(calendar.before(open))
  if (finish === outOfRange) return
  dates.start[task] = 2 * startedOn
  dates.finish[task] = duration === 0 ? 2 * finish : 2 * finish + 1
}

/** Completed work stays where it was done; a start that was not recorded is calculated back from the finish. */
function placeDone(network: Network, task: number, calendar: WorkCalendar, duration: number, dates: EarlyDates): void {
  const doneOn = numberAt(network.tasks.doneOn, task)
  const startedOn = numberAt(network.tasks.startedOn, task)
  const finish = duration === 0 ? actualPoint(network, task, doneOn, calendar, dates) : 2 * doneOn + 1
  dates.finish[task] = finish
  if (startedOn !== noDay) dates.start[task] = 2 * startedOn
  else if (duration === 0) dates.start[task] = finish
  else {
    const start = calendar.dayAt(calendar.before(doneOn + 1) - duration)
    dates.start[task] = 2 * (start === -outOfRange ? doneOn : start)
  }
}

/** A point that happened lies at the end of its day if a link put it there, so that checking it off moves nothing. */
function actualPoint(network: Network, task: number, day: number, calendar: WorkCalendar, dates: EarlyDates): number {
  const { links } = network
  for (let row = numberAt(links.first, task), end = numberAt(links.first, task + 1); row < end; row++) {
    const type = numberAt(links.type, row)
    const from = numberAt(leavesStart(type) ? dates.start : dates.finish, numberAt(links.from, row))
    if (from !== noMoment && pointAllowed(type, numberAt(links.lag, row), from, calendar) === 2 * day + 1)
      return 2 * day + 1
  }
  return 2 * day
}

/** The first sitting on or after a day, `outOfRange` when none is left within ten years. */
function firstSitting(sittings: readonly number[], day: number): number {
  let low = 0
  let high = sittings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sittings[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  const sitting = sittings[low]
  return sitting === undefined || sitting - day > horizonDays ? outOfRange : sitting
}

function tellWhy(
  network: Network,
  task: number,
  calendar: WorkCalendar,
  duration: number,
  dates: EarlyDates,
  faults: Faults,
): void {
  const id = network.tasks.ids[task] ?? ''
  const sittings = network.tasks.sittings[task]
  const last = sittings?.at(-1)
  if (sittings?.length === 0) return faults.add(id, 'sittings', noSitting)
  if (last !== undefined) {
    place({ ...network, tasks: { ...network.tasks, sittings: [] } }, task, calendar, duration, dates)
    const finish = numberAt(dates.finish, task)
    dates.start[task] = noMoment
    dates.finish[task] = noMoment
    if (finish !== noMoment) return faults.add(id, 'sittings', last < finish >> 1 ? notLateEnough : tooLate)
  }
  const isEmpty = calendar.emptyAbove || calendar.dayAt(numberAt(network.floor, task)) === outOfRange
  faults.add(id, isEmpty ? 'side' : 'durationDays', noWork(calendar, 'later'))
}

const noSitting = 'There is no sitting on which this task can finish. Leave sittings out if it can finish on any day.'
const notLateEnough = 'All sittings are before this task can finish.'
const tooLate = 'The next sitting is more than ten years after this task could finish.'

/** Whether a link drives the task: the date that it alone allows is the task's date. */
export function isDriving(
  network: Network,
  durations: Int32Array,
  task: number,
  row: number,
  dates: EarlyDates,
): boolean {
  const { links, tasks } = network
  const type = numberAt(links.type, row)
  const lag = numberAt(links.lag, row)
  const calendar = calendarOf(network, task)
  const duration = numberAt(durations, task)
  const moment = numberAt(leavesStart(type) ? dates.start : dates.finish, numberAt(links.from, row))
  if (duration === 0) {
    const allowed = pointAllowed(type, lag, moment, calendar)
    return numberAt(tasks.status, task) === openStatus
      ? allowed === numberAt(dates.start, task)
      : allowed >> 1 === numberAt(dates.finish, task) >> 1
  }
  const start = startAllowed(type, lag, moment, calendar, duration)
  return holdsFinish(type)
    ? calendar.dayAt(start + duration - 1) === numberAt(dates.finish, task) >> 1
    : calendar.dayAt(start) === numberAt(dates.start, task) >> 1
}
