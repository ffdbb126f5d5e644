import { noDay } from './dates.ts'
import type { Faults } from './faults.ts'
import { faultTexts } from './faults.ts'
import type { ScheduleTask } from './model.ts'
import { sides } from './model.ts'

/** How far a task is. */
export const openStatus = 0
export const startedStatus = 1
export const doneStatus = 2

/** The tasks of a request as columns, in its order. Days are day numbers, `noDay` where there is none. */
export type TaskTable = {
  readonly ids: string[]
  /** Position in `sides`. */
  readonly side: Uint8Array
  /** Working days; 0 is a point. */
  readonly duration: Int32Array
  readonly status: Uint8Array
  readonly notBefore: Int32Array
  readonly notAfter: Int32Array
  readonly startedOn: Int32Array
  readonly doneOn: Int32Array
  /** Sorted day numbers, or null for a task that can finish on any day. */
  readonly sittings: (number[] | null)[]
}

function emptyTable(size: number): TaskTable {
  return {
    ids: new Array<string>(size).fill(''),
    side: new Uint8Array(size),
    duration: new Int32Array(size),
    status: new Uint8Array(size),
    notBefore: new Int32Array(size).fill(noDay),
    notAfter: new Int32Array(size).fill(noDay),
    startedOn: new Int32Array(size).fill(noDay),
    doneOn: new Int32Array(size).fill(noDay),
    sittings: new Array<number[] | null>(size).fill(null),
  }
}

/** Turns tasks into columns and their ids into positions; what is wrong goes to `faults`. */
export function readTasks(
  tasks: readonly ScheduleTask[],
  faults: Faults,
): { table: TaskTable; places: Map<string, number> } {
  const table = emptyTable(tasks.length)
  const places = new Map<string, number>()
  tasks.forEach((task, i) => {
    table.ids[i] = task.id
    const distinct = places.size
    places.set(task.id, i)
    if (places.size === distinct) faults.add(task.id, 'id', `Two tasks have the id ${task.id}.`)
    const side = sides.indexOf(task.side)
    if (side < 0) faults.add(task.id, 'side', faultTexts.side(task.side))
    else table.side[i] = side
    table.duration[i] = faults.wholeDays(task.id, 'durationDays', task.durationDays, 0)
    readDates(task, i, table, faults)
  })
  return { table, places }
}

function readDates(task: ScheduleTask, i: number, table: TaskTable, faults: Faults): void {
  const { id } = task
  const notBefore = faults.day(id, 'notBefore', task.notBefore)
  const notAfter = faults.day(id, 'notAfter', task.notAfter)
  if (notBefore !== noDay && notAfter !== noDay && notAfter < notBefore)
    faults.add(id, 'notAfter', `The latest finish, ${task.notAfter}, is before the earliest start, ${task.notBefore}.`)
  const startedOn = faults.day(id, 'startedOn', task.startedOn)
  const doneOn = faults.day(id, 'doneOn', task.doneOn)
  if (startedOn !== noDay && doneOn !== noDay && doneOn < startedOn)
    faults.add(id, 'doneOn', `Done on ${task.doneOn}, before the start on ${task.startedOn}.`)
  table.notBefore[i] = notBefore
  table.notAfter[i] = notAfter
  table.startedOn[i] = startedOn
  table.doneOn[i] = doneOn
  table.status[i] = doneOn !== noDay ? doneStatus : startedOn !== noDay ? startedStatus : openStatus
  if (task.sittings) table.sittings[i] = faults.days(id, 'sittings', task.sittings)
}
