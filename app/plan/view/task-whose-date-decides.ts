import type { ScheduleTask } from '#app/schedule/model.ts'
import { computeSchedule } from '#app/schedule/schedule.ts'
import type { PlanSchedule } from '../core/compute-plan.ts'

/**
 * The task whose own latest date, not the goal's, is the reason that `id` must start or finish when it must: `id` itself or the
 * tightest of those that wait for it. Null where the goal alone decides. Computes the plan a second time, only where an open task
 * has a latest date.
 */
export function taskWhoseDateDecides({ request, datesOf, goals }: PlanSchedule, id: string): string | null {
  const isOwn = (task: string) => task !== goals.goLive && task !== goals.win
  const limited = new Set(
    request.tasks.flatMap((task) => (task.notAfter && !task.doneOn && isOwn(task.id) ? task.id : [])),
  )
  if (limited.size === 0) return null
  const tasks = request.tasks.map((task) => (limited.has(task.id) ? { ...task, notAfter: null } : task))
  const without = computeSchedule({ ...request, tasks })
  const free = without.ok ? without.computed.answer.tasks.find((task) => task.id === id) : undefined
  if (free?.lateFinish === datesOf(id).lateFinish) return null
  const slack = (task: string) => datesOf(task).totalSlackDays
  return [id, ...waitingFor(request.tasks, id)]
    .filter((task) => limited.has(task))
    .reduce<string | null>((found, task) => (found === null || slack(task) < slack(found) ? task : found), null)
}

/** Everything that waits for a task, directly or through others. */
function waitingFor(tasks: readonly Pick<ScheduleTask, 'id' | 'dependsOn'>[], id: string): string[] {
  const found = new Set([id])
  for (let size = 0; size < found.size;) {
    size = found.size
    for (const task of tasks) if (task.dependsOn?.some((link) => found.has(link.task))) found.add(task.id)
  }
  found.delete(id)
  return [...found]
}
