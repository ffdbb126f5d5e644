import { numberAt } from './number-at.ts'
import type { EarlyDates } from './walk-forward.ts'
import { isDriving } from './walk-forward.ts'
import type { Network } from './network.ts'
import { doneStatus } from './task-table.ts'

/**
 * The tasks that determine the date of `end`, first to last: back from it along driving links, that is, links whose date alone
 * is the task's date. Where several drive, the one from the task with the smallest slack, then the first of the request.
 */
export function drivingChain(
  network: Network,
  durations: Int32Array,
  dates: EarlyDates,
  slack: Int32Array,
  end: number,
): number[] {
  const { links } = network
  const chain: number[] = []
  for (let task: number | null = end; task !== null;) {
    chain.push(task)
    let driver: number | null = null
    for (let row = numberAt(links.first, task); row < numberAt(links.first, task + 1); row++) {
      const from = numberAt(links.from, row)
      if (driver !== null && !before(from, driver, slack)) continue
      if (isDriving(network, durations, task, row, dates)) driver = from
    }
    task = driver
  }
  return chain.reverse()
}

function before(a: number, b: number, slack: Int32Array): boolean {
  const less = numberAt(slack, a) - numberAt(slack, b)
  return less < 0 || (less === 0 && a < b)
}

/** Where the critical path ends: the unfinished task with the smallest slack, then the latest finish, then the first. */
export function criticalEnd(network: Network, dates: EarlyDates, slack: Int32Array): number | null {
  let end: number | null = null
  for (let task = 0; task < network.size; task++) {
    if (numberAt(network.tasks.status, task) === doneStatus) continue
    if (end === null) end = task
    const less = numberAt(slack, task) - numberAt(slack, end)
    if (less < 0 || (less === 0 && numberAt(dates.finish, task) >> 1 > numberAt(dates.finish, end) >> 1)) end = task
  }
  return end
}
