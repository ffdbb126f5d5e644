import type { PlannedChange } from './with-change.ts'
import { withChange } from './with-change.ts'
import { daysBetween } from './dates.ts'
import type { ClosedPeriod, Link, ScheduleAnswer, ScheduleRequest, ScheduleTask, TaskAnswer } from './model.ts'
import { schedule } from './schedule.ts'

/** How many computations each kind of change may cost: enough to look at every task of a plan that people keep. */
const mostRuns = 500
/** Fewer tries for a large plan, by its tasks, links and listed days, so that no one waits too long. */
const mostWork = 400_000

type Advising = {
  perKind?: number
  /** Whether a task could be started today, as far as others than the schedule decide that. */
  mayStart?: (task: string) => boolean
}

/**
 * Single changes that would make an infeasible plan feasible, each proved by computing the plan with it. At most `perKind` of
 * each kind, the smallest changes first; where no single change keeps the date, several together, if few are enough. Changed dates come last.
 * Empty when the plan is feasible and when the request is wrong.
 */
export function advise(
  request: ScheduleRequest,
  { perKind = 1, mayStart = () => true }: Advising = {},
): PlannedChange[] {
  const result = schedule(request)
  if (!result.ok || result.answer.feasible) return []
  const runs = Math.min(mostRuns, Math.ceil(mostWork / workOf(request)))
  const saving = (): Saves => {
    let left = runs
    return (change) => {
      if (left-- <= 0) return false
      const tried = schedule(withChange(request, change))
      return tried.ok && tried.answer.feasible
    }
  }
  const late = lateTasks(request, result.answer)
  const single = [
    shorter(late, saving()),
    overlapping(late, saving()),
    startingToday(
      request,
      late.filter(({ task }) => mayStart(task.id)),
      saving(),
    ),
    openDays(request, saving()),
  ].flatMap((changes) => changes.slice(0, perKind))
  const keeping = single.length > 0 ? single : together(request, late, mayStart, saving())
  return keeping.concat(postponed(request, result.answer, saving()))
}

/** Changes that people can hold in mind at once. */
const mostTogether = 5

/**
 * What keeps the date where no single change does: few changes, none of which asks more than it has to. Tried from everything that could be
 * asked, tasks in half of their time and open days worked through; what is not needed is left out, the smallest first.
 */
function together(
  request: ScheduleRequest,
  late: Late[],
  mayStart: (task: string) => boolean,
  saves: Saves,
): PlannedChange[] {
  const shortened = late
    .filter(({ task }) => task.durationDays > 1)
    .map(({ task }) => shorten(task, Math.floor(task.durationDays / 2)))
    .sort((a, b) => a.byDays - b.byDays)
  const always = () => true
  const startable = late.filter(({ task }) => mayStart(task.id))
  const wanted: PlannedChange[] = [
    ...startingToday(request, startable, always),
    ...openDays(request, always),
    ...shortened,
  ]
  const both = (changes: readonly PlannedChange[]) => saves({ kind: 'together', changes: [...changes] })
  if (wanted.length < 2 || !both(wanted)) return []
  const needed = wanted.reduce((left, change) => {
    const others = left.filter((it) => it !== change)
    return both(others) ? others : left
  }, wanted)
  if (needed.length > mostTogether) return []
  const least = needed.reduce((changes, change) => {
    if (change.kind !== 'shorten') return changes
    const byLess = (byDays: number) =>
      changes.map((it) => (it === change ? { ...change, ...daysLess(change, byDays) } : it))
    const byDays = leastOf(change.byDays, (days) => both(byLess(days)))
    return byDays === null ? changes : byLess(byDays)
  }, needed)
  return [{ kind: 'together', changes: least }]
}

const shorten = (task: ScheduleTask, byDays: number) =>
  ({ kind: 'shorten', task: task.id, durationDays: task.durationDays - byDays, byDays }) as const

const daysLess = (change: { durationDays: number; byDays: number }, byDays: number) => ({
  durationDays: change.durationDays + change.byDays - byDays,
  byDays,
})

/** How much one computation of a plan looks at; a listed day is only read. */
const workOf = ({ tasks }: ScheduleRequest): number =>
  tasks.reduce((sum, { dependsOn, sittings }) => sum + 1 + (dependsOn?.length ?? 0) + (sittings?.length ?? 0) / 20, 1)

type Late = { task: ScheduleTask; answer: TaskAnswer }
type Saves = (change: PlannedChange) => boolean

/** Unfinished tasks that are late, those of the critical path first: nothing else can save the date. */
function lateTasks(request: ScheduleRequest, answer: ScheduleAnswer): Late[] {
  const path = new Set(answer.criticalPath)
  return request.tasks
    .flatMap((task, i) => {
      const row = answer.tasks[i]
      return row && !task.doneOn && row.totalSlackDays < 0 ? [{ task, answer: row }] : []
    })
    .sort((a, b) => Number(path.has(b.task.id)) - Number(path.has(a.task.id)))
}

/** The smallest whole number from 1 to `most` for which `enough` holds, if it holds for `most`. */
function leastOf(most: number, enough: (n: number) => boolean): number | null {
  if (most < 1 || !enough(most)) return null
  let low = 1
  let high = most
  while (low < high) {
    const middle = (low + high) >> 1
    if (enough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function shorter(late: Late[], saves: Saves): PlannedChange[] {
  const changes = late.flatMap(({ task }) => {
    const change = (byDays: number) => shorten(task, byDays)
    const byDays = leastOf(task.durationDays - 1, (days) => saves(change(days)))
    return byDays === null ? [] : [change(byDays)]
  })
  return changes.sort((a, b) => a.byDays - b.byDays)
}

/** Two tasks that follow each other, worked in part at the same time; never so much that the second starts first. */
function overlapping(late: Late[], saves: Saves): PlannedChange[] {
  const tasks = new Map(late.map(({ task }) => [task.id, task]))
  const changes = late.flatMap(({ task }) => {
    if (task.startedOn || task.durationDays === 0) return []
    return (task.dependsOn ?? []).flatMap((link) => {
      const other = tasks.get(link.task)
      if (!other || (link.type ?? 'FS') !== 'FS') return []
      const change = (byDays: number) => overlap(task, link, byDays)
      const byDays = leastOf(other.durationDays + (link.lagDays ?? 0), (days) => saves(change(days)))
      return byDays === null ? [] : [change(byDays)]
    })
  })
  return changes.sort((a, b) => a.byDays - b.byDays)
}

function overlap(task: ScheduleTask, link: Link, byDays: number) {
  return { kind: 'overlap', task: task.id, after: link.task, lagDays: (link.lagDays ?? 0) - byDays, byDays } as const
}

/** Tasks that could start today, since they wait for a day and not for other work; the ones that gain least time come first. */
function startingToday(request: ScheduleRequest, late: Late[], saves: Saves): PlannedChange[] {
  const { today } = request
  if (!today) return []
  const tasks = new Map(request.tasks.map((task) => [task.id, task]))
  const isHeldBy = ({ task: id, type = 'FS' }: Link) => {
    const other = tasks.get(id)
    if (!other || other.doneOn || type === 'FF' || type === 'SF') return false
    return type === 'FS' || !other.startedOn
  }
  return late
    .filter(({ task, answer }) => !task.startedOn && task.durationDays > 0 && answer.earlyStart > today)
    .filter(({ task }) => !task.dependsOn?.some(isHeldBy))
    .sort((a, b) => (a.answer.earlyStart < b.answer.earlyStart ? -1 : 1))
    .map(({ task }) => ({ kind: 'start', task: task.id, startedOn: today }) as const)
    .filter(saves)
}

/** Closed periods that could be worked through, the shortest first. */
function openDays(request: ScheduleRequest, saves: Saves): PlannedChange[] {
  const { vendor, customer } = request.calendars ?? {}
  const same = (a: ClosedPeriod) => (b: ClosedPeriod) => a.from === b.from && a.to === b.to
  const change = (side: 'vendor' | 'customer' | 'both') => (period: ClosedPeriod) =>
    ({ kind: 'work through', side, from: period.from, to: period.to, why: period.why ?? null }) as const
  const shared = (vendor?.closed ?? []).filter((period) => customer?.closed?.some(same(period)))
  return [
    ...(vendor?.closed ?? []).map(change('vendor')),
    ...(customer?.closed ?? []).map(change('customer')),
    ...shared.map(change('both')),
  ]
    .sort((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to))
    .filter(saves)
}

/** The date that is missed, on the first day on which it could be met; only when one date alone is missed. */
function postponed(request: ScheduleRequest, answer: ScheduleAnswer, saves: Saves): PlannedChange[] {
  const changes: PlannedChange[] = request.tasks.flatMap((task, i) => {
    const finish = answer.tasks[i]?.earlyFinish
    if (!finish || task.doneOn || !task.notAfter || task.notAfter >= finish) return []
    return [{ kind: 'postpone', task: task.id, date: finish } as const]
  })
  const whole = answer.finish
  if (whole && request.finishBy && request.finishBy < whole) changes.push({ kind: 'postpone', task: null, date: whole })
  return changes.length === 1 ? changes.filter(saves) : []
}
