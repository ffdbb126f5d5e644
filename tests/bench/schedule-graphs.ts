import type { IsoDate, LinkType, ScheduleRequest, ScheduleTask } from '#app/schedule/model.ts'
import { seededRandom } from '#tests/harness/seeded-random.ts'

const types: LinkType[] = ['FS', 'FS', 'FS', 'FS', 'FS', 'FS', 'SS', 'FF', 'SF', 'FS']
const sides = ['vendor', 'customer', 'both'] as const

/** A plan with two dependencies for each task on average, in an order that is not the order of work. */
export function randomPlan(size: number, seed = 7): ScheduleRequest {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const tasks = Array.from({ length: size }, (_, i): ScheduleTask => {
    const count = i === 0 ? 0 : Math.min(i, 1 + whole(3.01))
    const dependsOn = Array.from({ length: count }, () => ({
      task: `task-${Math.max(0, i - 1 - whole(Math.min(i, 400)))}`,
      type: types[whole(types.length)] ?? 'FS',
      lagDays: random() < 0.2 ? whole(5) - 1 : 0,
    }))
    const side = sides[whole(3)] ?? 'vendor'
    return { id: `task-${i}`, side, durationDays: random() < 0.1 ? 0 : 1 + whole(10), dependsOn }
  })
  for (let i = tasks.length - 1; i > 0; i--) {
    const j = whole(i + 1)
    const [a, b] = [tasks[i], tasks[j]]
    if (a && b) [tasks[i], tasks[j]] = [b, a]
  }
  const date = (text: string) => text as IsoDate
  return {
    startOn: date('2026-06-01'),
    finishBy: date('2029-12-31'),
    today: date('2026-06-03'),
    calendars: {
      vendor: { holidays: [date('2026-07-03'), date('2026-11-26'), date('2026-12-25')] },
      customer: { holidays: [date('2026-10-03')], closed: [{ from: date('2026-08-03'), to: date('2026-08-14') }] },
    },
    tasks,
  }
}

/** The bare graph: integer arrays, dependencies as rows both ways. */
export type BareGraph = {
  size: number
  duration: Int32Array
  first: Int32Array
  from: Int32Array
  firstAfter: Int32Array
  after: Int32Array
}

export function bareGraph(request: ScheduleRequest): BareGraph {
  const places = new Map(request.tasks.map((task, i) => [task.id, i]))
  const rows = request.tasks.map((task) => (task.dependsOn ?? []).map((link) => places.get(link.task) ?? 0))
  const back: number[][] = rows.map(() => [])
  rows.forEach((froms, task) => froms.forEach((from) => back[from]?.push(task)))
  const starts = (lists: number[][]) => {
    const first = new Int32Array(lists.length + 1)
    lists.forEach((list, i) => (first[i + 1] = (first[i] ?? 0) + list.length))
    return first
  }
  return {
    size: rows.length,
    duration: Int32Array.from(request.tasks, (task) => task.durationDays),
    first: starts(rows),
    from: Int32Array.from(rows.flat()),
    firstAfter: starts(back),
    after: Int32Array.from(back.flat()),
  }
}
