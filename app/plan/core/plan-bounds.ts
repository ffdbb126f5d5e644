import { bounds } from '#app/kit/limits.ts'
import type { ScheduleFault, IsoDate } from '#app/schedule/model.ts'
import type { PlanRows, TaskRow } from './compute-plan.ts'
import { planBoundRefusals } from './plan-bounds-words.ts'
import { sittingDates } from '../sittings/sittings.ts'

/**
 * Faults of a change that makes a plan larger than allowed, for the fields that did it; checked before the plan is computed.
 * What exceeded a limit before may stay or shrink, so that it can be corrected.
 */
export function beyondBounds(before: PlanRows | null, after: PlanRows, today: IsoDate): ScheduleFault[] {
  const grew = (size: (rows: PlanRows) => number, most: number) =>
    size(after) > most && (before === null || size(after) > size(before))
  const told = (field: string, message: string): ScheduleFault => ({ task: null, field, message })
  const old = new Map(before?.tasks.map((task) => [task.id, task]))
  return [
    ...(grew(({ tasks }) => tasks.length, bounds.tasks) ? [told('tasks', planBoundRefusals.tasks)] : []),
    ...(grew(({ milestones }) => milestones.length, bounds.milestones)
      ? [told('milestones', planBoundRefusals.milestones)]
      : []),
    ...after.tasks.flatMap((task) => beyondOf(old.get(task.id), task)),
    ...(grew((rows) => countSittingDays(rows, today), bounds.sittingDays) ? [tooManySittings(old, after)] : []),
  ]
}

function beyondOf(before: TaskRow | undefined, task: TaskRow): ScheduleFault[] {
  if (before === task) return []
  const told = (field: string, message: string): ScheduleFault => ({ task: task.id, field, message })
  const isLong = (days: number) => Math.abs(days) > bounds.workingDays
  const had = before?.dependsOn ?? []
  return [
    ...(isLong(task.durationDays) && task.durationDays > (before?.durationDays ?? 0)
      ? [told('durationDays', planBoundRefusals.workingDays)]
      : []),
    ...(task.dependsOn.length > Math.max(bounds.links, had.length)
      ? [told('dependsOn', planBoundRefusals.dependencies)]
      : []),
    ...(task.dependsOn.some(
      (link) => isLong(link.lagDays) && !had.some((it) => it.task === link.task && it.lagDays === link.lagDays),
    )
      ? [told('dependsOn', planBoundRefusals.lag)]
      : []),
  ]
}

/** How many days the rules of a plan name together; stops counting once they are too many to compute with. */
export function countSittingDays({ plan, tasks }: PlanRows, today: IsoDate): number {
  let days = 0
  for (const { sittings } of tasks)
    if (sittings && days <= bounds.sittingDays)
      days += sittingDates(sittings, plan, today, bounds.sittingDays + 1 - days).length
  return days
}

function tooManySittings(old: ReadonlyMap<string, TaskRow>, { tasks }: PlanRows): ScheduleFault {
  const changed = tasks.find(
    ({ id, sittings }) => sittings && JSON.stringify(sittings) !== JSON.stringify(old.get(id)?.sittings),
  )
  return {
    task: changed?.id ?? null,
    field: 'sittings',
    message: planBoundRefusals.finishDates,
  }
}

/** Whether a plan would end later than any plan may, and later than it did before. */
export function endsTooLate(finish: IsoDate | null, before: () => IsoDate | null, today: IsoDate): ScheduleFault[] {
  const last = String(Number(today.slice(0, 4)) + bounds.planYears)
  if (finish === null || finish.slice(0, 4) <= last) return []
  const old = before()
  if (old !== null && old >= finish) return []
  return [{ task: null, field: 'finish', message: planBoundRefusals.finish(finish.slice(0, 4)) }]
}
