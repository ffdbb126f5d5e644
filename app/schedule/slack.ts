import { at } from './arrays.ts'
import type { LateDates } from './backward.ts'
import { unheld } from './backward.ts'
import type { WorkCalendar } from './calendar.ts'
import { far } from './calendar.ts'
import { dateOf } from './dates.ts'
import type { Faults } from './faults.ts'
import type { EarlyDates } from './forward.ts'
import type { TaskAnswer } from './model.ts'
import type { Network } from './network.ts'
import { calendarOf, noWork } from './network.ts'
import { done, started } from './tasks.ts'

type Rows = { rows: TaskAnswer[]; slack: Int32Array; lateStart: Int32Array }

/** Late dates and slack of every task in words a reader knows; a late date outside the calendar is told to `faults`. */
export function answerTasks(network: Network, dates: EarlyDates, late: LateDates, faults: Faults): Rows {
  const { size, tasks } = network
  const slack = new Int32Array(size)
  const lateStart = new Int32Array(size)
  const rows = new Array<TaskAnswer>(size)
  for (let task = 0; task < size; task++) {
    const start = at(dates.start, task) >> 1
    const finish = at(dates.finish, task) >> 1
    let startLate = start
    let finishLate = finish
    let total = 0
    let free = 0
    const isDone = at(tasks.status, task) === done
    if (!isDone) {
      const calendar = calendarOf(network, task)
      const duration = at(tasks.duration, task)
      const early = calendar.before((at(dates.finish, task) + 1) >> 1)
      const latest = finishIndex(at(late.latest, task), duration, calendar)
      total = latest - early
      const held = at(late.free, task)
      free = Math.max(0, held === unheld ? total : finishIndex(held, duration, calendar) - early)
      finishLate = duration === 0 && total === 0 ? finish : calendar.dayAt(latest - 1)
      startLate = duration === 0 ? finishLate : calendar.dayAt(latest - duration)
      if (at(tasks.status, task) === started) startLate = start
      if (Math.abs(finishLate) === far || Math.abs(startLate) === far) {
        faults.add(tasks.ids[task] ?? '', calendar.emptyBelow ? 'side' : 'durationDays', noWork(calendar))
        finishLate = finish
        startLate = start
      }
    }
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
  return { rows, slack, lateStart }
}

/** Late bounds are kept as finish indexes for work, as moments for points. */
function finishIndex(bound: number, duration: number, calendar: WorkCalendar): number {
  return duration === 0 ? calendar.before((bound + 1) >> 1) : bound
}
