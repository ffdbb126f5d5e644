import type { Change } from './with-change.ts'
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
 * each kind, the smallest changes first; changed dates come last. Empty when the plan is feasible, when the request is wrong,
 * and when no single change is enough.
 */
export function advise(request: ScheduleRequest, { perKind = 1, mayStart = () => true }: Advising = {}): Change[] {
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
  return [
    shorter(late, saving()),
    overlapping(late, saving()),
    startingToday(
      request,
      late.filter(({ task }) => mayStart(task.id)),
      saving(),
    ),
    openDays(request, saving()),
  ]
    .flatMap((changes) => changes.slice(0, perKind))
    .concat(postponed(request, result.answer, saving()))
}

/** How much one computation of a plan looks at; a listed day is only read. */
const workOf = ({ tasks }: ScheduleRequest): number =>
  tasks.reduce((sum, { dependsOn, sittings }) => sum + 1 + (dependsOn?.length ?? 0) + (sittings?.length ?? 0) / 20, 1)

type Late = { task: ScheduleTask; answer: TaskAnswer }
type Saves = (change: Change) => boolean

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
function least(most: number, enough: (n: number) => boolean): number | null {
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

function shorter(late: Late[], saves: Saves): Change[] {
  const changes = late.flatMap(({ task }) => {
    const change = (byDays: number) =>
      ({ kind: 'shorten', task: task.id, durationDays: task.durationDays - byDays, byDays }) as const
    const byDays = least(task.durationDays - 1, (days) => saves(change(days)))
    return byDays === null ? [] : [change(byDays)]
  })
  return changes.sort((a, b) => a.byDays - b.byDays)
}

/** Two tasks that follow each other, worked in part at the same time; never so much that the second starts first. */
function overlapping(late: Late[], saves: Saves): Change[] {
  const tasks = new Map(late.map(({ task }) => [task.id, task]))
  const changes = late.flatMap(({ task }) => {
    if (task.startedOn || task.durationDays === 0) return []
    return (task.dependsOn ?? []).flatMap((link) => {
      const other = tasks.get(link.task)
      if (!other || (link.type ?? 'FS') !== 'FS') return []
      const change = (byDays: number) => overlap(task, link, byDays)
      const byDays = least(other.durationDays + (link.lagDays ?? 0), (days) => saves(change(days)))
      return byDays === null ? [] : [change(byDays)]
    })
  })
  return changes.sort((a, b) => a.byDays - b.byDays)
}

function overlap(task: ScheduleTask, link: Link, byDays: number) {
  return { kind: 'overlap', task: task.id, after: link.task, lagDays: (link.lagDays ?? 0) - byDays, byDays } as const
}

/** Tasks that could start today, since they wait for a day and not for other work; the ones that gain least time come first. */
function startingToday(request: ScheduleRequest, late: Late[], saves: Saves): Change[] {
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
function openDays(request: ScheduleRequest, saves: Saves): Change[] {
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
function postponed(request: ScheduleRequest, answer: ScheduleAnswer, saves: Saves): Change[] {
  const changes: Change[] = request.tasks.flatMap((task, i) => {
    const finish = answer.tasks[i]?.earlyFinish
    if (!finish || task.doneOn || !task.notAfter || task.notAfter >= finish) return []
    return [{ kind: 'postpone', task: task.id, date: finish } as const]
  })
  const whole = answer.finish
  if (whole && request.finishBy && request.finishBy < whole) changes.push({ kind: 'postpone', task: null, date: whole })
  return changes.length === 1 ? changes.filter(saves) : []
}
