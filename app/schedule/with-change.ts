import type { CalendarSpec, CalendarSpecs, IsoDate, ScheduleRequest, ScheduleTask } from './model.ts'

/** One thing that people could change in a plan. `byDays` says how much it asks, in working days. */
export type PlannedChange =
  | { kind: 'shorten'; task: string; durationDays: number; byDays: number }
  /** `task` starts this many working days before `after` is finished. */
  | { kind: 'overlap'; task: string; after: string; lagDays: number; byDays: number }
  | { kind: 'start'; task: string; startedOn: IsoDate }
  /** Both sides where both are closed on these days. */
  | { kind: 'work through'; side: 'vendor' | 'customer' | 'both'; from: IsoDate; to: IsoDate; why: string | null }
  /** The date of a task, or of the whole plan where `task` is null. */
  | { kind: 'postpone'; task: string | null; date: IsoDate }
  /** Several at once, where none of them alone is enough. */
  | { kind: 'together'; changes: PlannedChange[] }

/** The request with one change made: what a what-if opens with. */
export function withChange(request: ScheduleRequest, change: PlannedChange): ScheduleRequest {
  switch (change.kind) {
    case 'shorten':
      return withTask(request, change.task, (task) => ({ ...task, durationDays: change.durationDays }))
    case 'overlap':
      return withTask(request, change.task, (task) => ({
        ...task,
        dependsOn: task.dependsOn?.map((link) =>
          link.task === change.after && (link.type ?? 'FS') === 'FS' ? { ...link, lagDays: change.lagDays } : link,
        ),
      }))
    case 'start':
      return withTask(request, change.task, (task) => ({ ...task, startedOn: change.startedOn }))
    case 'work through':
      return { ...request, calendars: withoutClosure(request.calendars, change) }
    case 'together':
      return change.changes.reduce(withChange, request)
    case 'postpone':
      return change.task === null
        ? { ...request, finishBy: change.date }
        : withTask(request, change.task, (task) => ({ ...task, notAfter: change.date }))
  }
}

function withTask(request: ScheduleRequest, id: string, alter: (task: ScheduleTask) => ScheduleTask): ScheduleRequest {
  return { ...request, tasks: request.tasks.map((task) => (task.id === id ? alter(task) : task)) }
}

function withoutClosure(
  specs: CalendarSpecs | null | undefined,
  { side, from, to }: { side: 'vendor' | 'customer' | 'both'; from: IsoDate; to: IsoDate },
): CalendarSpecs {
  const open = (spec: CalendarSpec | null | undefined, closing: 'vendor' | 'customer') =>
    spec && (side === 'both' || side === closing)
      ? { ...spec, closed: spec.closed?.filter((period) => period.from !== from || period.to !== to) }
      : spec
  return { vendor: open(specs?.vendor, 'vendor'), customer: open(specs?.customer, 'customer') }
}
