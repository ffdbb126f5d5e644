import { numberAt } from './number-at.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { noDay } from './dates.ts'
import { Faults } from './faults.ts'
import { readLinks } from './links.ts'
import type { ScheduleRequest } from './model.ts'
import { maxTasks } from './model.ts'
import type { LinkTable } from './order-tasks.ts'
import { orderTasks } from './order-tasks.ts'
import { SideCalendars } from './side-calendars.ts'
import type { TaskTable } from './task-table.ts'
import { readTasks } from './task-table.ts'

/** A request made ready to be computed many times: checked, in columns, in an order in which it can be worked. */
export type Network = {
  readonly size: number
  readonly tasks: TaskTable
  readonly links: LinkTable
  readonly order: Int32Array
  /** By position in `sides`. */
  readonly calendars: SideCalendars
  /** The first day of everything that is not started. */
  readonly earliest: number
  /** By task, in its own calendar: the first index at which it may start if nothing else holds it. */
  readonly floor: Int32Array
  readonly today: number
  readonly finishBy: number
}

/**
 * Checks a request and prepares it. All faults are reported at once; with faults the network is good enough to find more of
 * them (faulty values count as left out), never to answer from. Null only for too many tasks.
 */
export function compileNetwork(request: ScheduleRequest): { network: Network | null; faults: Faults } {
  const faults = new Faults()
  const startOn = faults.day(null, 'startOn', request.startOn)
  if (request.startOn === null || request.startOn === undefined)
    faults.add(null, 'startOn', 'A start date is required.')
  const finishBy = faults.day(null, 'finishBy', request.finishBy)
  const today = faults.day(null, 'today', request.today)
  const origin = startOn === noDay ? 0 : startOn
  const calendars = new SideCalendars(request.calendars, origin, faults)
  const size = request.tasks.length
  if (size > maxTasks) {
    faults.add(null, 'tasks', `A plan can have at most 10,000 tasks. This one has ${size}.`)
    return { network: null, faults }
  }
  const { table: tasks, places } = readTasks(request.tasks, faults)
  const links = readLinks(request.tasks, places, faults)
  const { order, cycles } = orderTasks(size, links)
  for (const cycle of cycles) addCycle(cycle, tasks.ids, faults)
  const earliest = Math.max(origin, today)
  const floor = new Int32Array(size)
  const network: Network = { size, tasks, links, order, calendars, earliest, floor, today, finishBy }
  for (let task = 0; task < size; task++)
    floor[task] = calendarOf(network, task).before(Math.max(earliest, numberAt(tasks.notBefore, task)))
  return { network, faults }
}

function addCycle(cycle: number[], ids: string[], faults: Faults): void {
  const names = cycle.map((task) => ids[task] ?? '')
  const loop = [...names, names[0]].join(' → ')
  const message = names.length === 1 ? `${names[0]} depends on itself.` : `These tasks depend on each other: ${loop}.`
  faults.add(names[0] ?? null, 'dependsOn', message, names)
}

/** Why a calendar has no day to give, later or earlier than what it was asked for. */
export function noWork(calendar: WorkCalendar, where: 'later' | 'earlier'): string {
  return (where === 'later' ? calendar.emptyAbove : calendar.emptyBelow)
    ? 'The calendar of this side has no working day within ten years.'
    : 'The dates of this task are outside the years 0001 to 9999.'
}

export function calendarOf(network: Network, task: number): WorkCalendar {
  return network.calendars.of(numberAt(network.tasks.side, task))
}
