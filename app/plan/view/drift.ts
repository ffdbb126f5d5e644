import type { IsoDate, Side } from '#app/schedule/model.ts'
import { calendarFor, workingDaysBetween } from '#app/schedule/working-days.ts'
import type { AgreedDates } from './agreed-dates.ts'
import { dueOf } from '../core/due.ts'
import { type PlanRows, type PlanSchedule, reachedOn } from '../core/compute-plan.ts'
import type { DriftView, GoalDrift, MovedDay } from './plan-view.ts'

export type DriftQuestion = { rows: PlanRows; schedule: PlanSchedule; agreed: AgreedDates }

export type Drift = {
  /** By id of a task or a point; what kept its day is left out. */
  moved: ReadonlyMap<string, MovedDay>
  goLive: GoalDrift | null
  win: GoalDrift | null
  /** How many tasks must be done later or earlier than agreed. */
  later: number
  earlier: number
}

/**
 * How far a plan is from the agreed dates. Due dates are compared, and for go-live and the win also the finish; early dates
 * are not, since they move every night. Completed tasks count only if they were late. Tasks added later have no agreed date.
 * Pure; days are working days of the task's own side.
 */
export function driftSince({ rows, schedule, agreed }: DriftQuestion): Drift {
  const moved = new Map<string, MovedDay>()
  const between = distances(schedule)
  const note = (id: string, found: MovedDay | null) => found && moved.set(id, found)
  const agreedTasks = new Map(agreed.points.flatMap(({ tasks }) => tasks.map(({ id, doBy }) => [id, doBy])))
  for (const task of rows.tasks) {
    const before = agreedTasks.get(task.id)
    if (before)
      note(task.id, compare(before, dueOf({ rows, schedule }, task.id).dueOn, task.doneOn, between(task.side)))
  }
  const tasks = [...moved.values()]
  for (const point of agreed.points) {
    if (!rows.milestones.some(({ id }) => id === point.id)) continue
    const { dueOn } = dueOf({ rows, schedule }, point.id)
    note(point.id, compare(point.doBy, dueOn, reachedOn(rows, point.id), between('both')))
  }
  const goal = (id: string | null): GoalDrift | null => {
    const before = agreed.points.find((point) => point.id === id)
    if (!before || id === null) return null
    const { expected } = dueOf({ rows, schedule }, id)
    const isReached = reachedOn(rows, id) !== null
    return {
      due: moved.get(id) ?? null,
      finish: compare(before.expected, expected, isReached ? expected : null, between('both')),
    }
  }
  return {
    moved,
    goLive: goal(schedule.goals.goLive),
    win: goal(schedule.goals.win),
    later: tasks.filter(({ days }) => days > 0).length,
    earlier: tasks.filter(({ days }) => days < 0).length,
  }
}

/** What a page says of it as a whole. */
export const driftView = (since: IsoDate, { goLive, win, later, earlier }: Drift): DriftView => ({
  since,
  goLive,
  win,
  later,
  earlier,
})

type Between = (from: IsoDate, to: IsoDate) => number

function compare(agreed: IsoDate, dueOn: IsoDate, doneOn: IsoDate | null, between: Between): MovedDay | null {
  const now = doneOn ?? dueOn
  if (now === agreed || (doneOn !== null && doneOn < agreed)) return null
  const days = between(agreed, now)
  return days === 0 ? null : { agreed, now, days, done: doneOn !== null }
}

/** Counts working days of a side, making each side's calendar once, when it is asked for. */
function distances({ request }: PlanSchedule): (side: Side) => Between {
  const calendars = new Map<Side, ReturnType<typeof calendarFor>>()
  return (side) => (from, to) => {
    const calendar = calendars.get(side) ?? calendarFor(request.calendars, side, from)
    calendars.set(side, calendar)
    return workingDaysBetween(calendar, from, to)
  }
}
