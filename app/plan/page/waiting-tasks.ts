import { compareDates } from '#app/schedule/dates.ts'
import type { Computation } from '#app/kit/computations.ts'
import { isSameName } from '#app/kit/is-same-name.ts'
import { calendarFor, isWorkingDay, workingDaysBetween } from '#app/schedule/working-days.ts'
import type { IsoDate, TaskAnswer } from '#app/schedule/model.ts'
import type { Sight } from '#app/policy/policy.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { type Due, dueOf } from '../core/due.ts'
import { type PlanRows, type PlanSchedule, type TaskRow, scheduleOf } from '../core/compute-plan.ts'
import type { OwnerView } from '../core/viewer-side.ts'
import { hasEnded } from '../core/stages.ts'
import { type PlanStanding, standingOf } from '../slips/plan-standing.ts'
import { soonDays } from '../view/waits-now.ts'

/** Why a task is worth a word today: it can start, it is due within a few working days, or its day cannot be met any longer. */
export type WaitingWhy = 'next' | 'due' | 'late'

export type WaitingTask = { id: string; title: string; dueOn: IsoDate; expected: IsoDate; why: WaitingWhy }

/** A task that waits, with whose it is and which side keeps it to itself. */
export type OwnedTask = { owner: OwnerView; privateTo: TaskRow['privateTo']; task: WaitingTask }

/** The unfinished tasks of named people that wait today, most urgent first; none on a day off of their side, none once it ended. */
export function waitingTasks(rows: PlanRows, today: IsoDate): OwnedTask[] {
  if (hasEnded(rows.plan)) return []
  const schedule = scheduleOf(rows, today)
  return rows.tasks
    .filter(({ doneOn }) => doneOn === null)
    .flatMap((task) => {
      const { id, title, owner, privateTo } = task
      if (!owner?.id) return []
      const dates = schedule.datesOf(task.id)
      const due = dueOf({ rows, schedule }, task.id)
      const why = whyToday(schedule, task, { ...dates, ...due }, today)
      if (!why) return []
      const waiting = { id, title, dueOn: due.dueOn, expected: due.expected, why }
      return [{ owner, privateTo, lateStart: dates.lateStart, task: waiting }]
    })
    .sort((a, b) => compareDates(a.lateStart, b.lateStart))
    .map(({ owner, privateTo, task }) => ({ owner, privateTo, task }))
}

/** By when each of some tasks must be done, where it is open. */
function dueDays(rows: PlanRows, today: IsoDate, taskIds: readonly string[]): [id: string, dueOn: IsoDate][] {
  const asked = rows.tasks.filter(({ id, doneOn }) => doneOn === null && taskIds.includes(id))
  if (asked.length === 0) return []
  const schedule = scheduleOf(rows, today)
  return asked.map(({ id }) => [id, dueOf({ rows, schedule }, id).dueOn])
}

/** What a look of the clock finds on a plan. */
type LookedPlan = {
  waiting: OwnedTask[]
  standing: PlanStanding | null
  /** How it would have stood on the day of the last look. */
  then: PlanStanding | null
  /** Of the tasks that were asked about. */
  dueDays: [id: string, dueOn: IsoDate][]
}

/** What waits on each of these plans, in their order, and how each stands; null once it has ended. */
export const findWaitingTasks = {
  name: 'find waiting tasks',
  compute: (plans) =>
    plans.map(({ rows, today, lookedOn, asked }) => {
      const standing = standingOn(rows, today)
      return {
        waiting: waitingTasks(rows, today),
        standing,
        then: lookedOn === today ? standing : standingOn(rows, lookedOn),
        dueDays: dueDays(rows, today, asked),
      }
    }),
} satisfies Computation<AskedPlan[], LookedPlan[]>

/** @property lookedOn the day of the last look, where the plan was late then; today elsewhere */
type AskedPlan = { rows: PlanRows; today: IsoDate; lookedOn: IsoDate; asked: readonly string[] }

const standingOn = (rows: PlanRows, day: IsoDate): PlanStanding | null =>
  hasEnded(rows.plan) ? null : standingOf(rows, scheduleOf(rows, day))

function whyToday(schedule: PlanSchedule, task: TaskRow, dates: TaskAnswer & Due, today: IsoDate): WaitingWhy | null {
  const calendar = calendarFor(schedule.request.calendars, task.side, today)
  if (!isWorkingDay(calendar, today)) return null
  const isOpen = task.startedOn === null
  if (dates.late && (!isOpen || dates.earlyStart <= today)) return 'late'
  const isSoon = workingDaysBetween(calendar, today, dates.dueOn) <= soonDays
  if (isSoon || (isOpen && dates.lateStart <= today)) return 'due'
  return isOpen && dates.earlyStart <= today ? 'next' : null
}

/** The task to name to someone who is invited: the most urgent one of that person's, or for a champion of that side's. */
export type FirstTask = {
  title: string
  dueOn: IsoDate
  /** The day on which it is expected, while the plan is a draft: what no one has agreed to is not due yet. */
  expected: IsoDate | null
  isOwn: boolean
}

/** @param person by id, and by name for a task that was noted for someone who took no part yet */
export function firstTaskOf(
  rows: PlanRows,
  today: IsoDate,
  person: { id: string; name: string; role: string; sight: Sight },
): FirstTask | null {
  if (hasEnded(rows.plan)) return null
  const schedule = scheduleOf(rows, today)
  const open = rows.tasks
    .filter(({ doneOn, privateTo }) => doneOn === null && !isHiddenFrom({ privateTo }, person.sight))
    .map((task) => ({ task, dates: schedule.datesOf(task.id) }))
    .sort((a, b) => compareDates(a.dates.lateStart, b.dates.lateStart))
  const isOwn = ({ owner }: TaskRow) =>
    owner?.id === person.id || (owner?.kind === 'placeholder' && isSameName(owner.name, person.name))
  const isOfSide = ({ side, owner }: TaskRow) => side !== 'vendor' && !owner?.id
  const own = open.find(({ task }) => isOwn(task))
  const first = own ?? (person.role === 'champion' ? open.find(({ task }) => isOfSide(task)) : undefined)
  if (!first) return null
  const { dueOn, expected } = dueOf({ rows, schedule }, first.task.id)
  const isDraft = rows.plan.state === 'rough'
  return { title: first.task.title, dueOn, expected: isDraft ? expected : null, isOwn: first === own }
}
