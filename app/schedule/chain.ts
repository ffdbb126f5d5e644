import { numberAt } from './number-at.ts'
import { drivingChain } from './critical-path.ts'
import type { ComputedSchedule } from './schedule.ts'
import { doneStatus } from './task-table.ts'

/**
 * The ids of the tasks that determine the date of `id`, first to last and including it, by the rules of the critical path;
 * finished tasks are included. Empty for an unknown id.
 */
export function chainTo(computed: ComputedSchedule, id: string): string[] {
  const { network, dates, slack } = computed
  const end = network.tasks.ids.indexOf(id)
  if (end < 0) return []
  return drivingChain(network, network.tasks.duration, dates, slack, end).map((task) => network.tasks.ids[task] ?? '')
}

/** The first task of that chain that is not done: what everyone waits for. Null when all of it is. */
export function firstOpenTask(computed: ComputedSchedule, id: string): string | null {
  const { ids, status } = computed.network.tasks
  return chainTo(computed, id).find((each) => numberAt(status, ids.indexOf(each)) !== doneStatus) ?? null
}
