import { bounds } from '#app/kit/limits.ts'
import type { TaskFieldValues } from './task-fields.ts'
import type {
  ScheduleFault,
  IsoDate,
  LinkType,
  ScheduleRequest,
  ScheduleTask,
  TaskAnswer,
} from '#app/schedule/model.ts'
import { type ComputedSchedule, computeSchedule } from '#app/schedule/schedule.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { type PlanState, type Stage, stages } from './stages.ts'
import { type SittingRule, sittingDates } from '../sittings/sittings.ts'
import type { TaskResult } from './task-result.ts'
import type { OwnerView, ViewerSide } from './viewer-side.ts'

/** What proves that a milestone is reached, or why it is passed without that. */
export type MilestoneProof = { kind: 'evidence' | 'reason'; text: string }

export type MilestoneRow = {
  id: string
  stage: Stage
  position: number
  title: string
  /** What is asked for as proof; null for nothing. */
  exitEvidence: string | null
  proof: MilestoneProof | null
  /** Whether tasks of later stages wait until it is reached. */
  isGate: boolean
}

export type TaskRow = TaskFieldValues & {
  id: string
  milestoneId: string
  position: number
  startedOn: IsoDate | null
  doneOn: IsoDate | null
  privateTo: ViewerSide | null
  /** None until someone is in charge. */
  owner: OwnerView | null
  sentBack: { reason: string; by: string } | null
  /** What it asks for before it can be marked done; null for nothing. */
  result: TaskResult | null
  /** The day for which its owner has promised it; null once it is done. The schedule does not follow it. */
  promisedOn: IsoDate | null
  dependsOn: readonly { task: string; lagDays: number; type: LinkType }[]
  /** The only days on which it can be finished. */
  sittings: SittingRule | null
}

export type PlanTerms = {
  id: string
  state: PlanState
  startOn: IsoDate
  criticalDate: IsoDate
  winBy: IsoDate
  wonOn: IsoDate | null
  vendorCalendar: StoredCalendar
  customerCalendar: StoredCalendar
}

/** A plan as it is stored; milestones in the order of stages and positions, tasks in the order of their milestones. */
export type PlanRows<Terms extends PlanTerms = PlanTerms> = {
  plan: Terms
  milestones: readonly MilestoneRow[]
  tasks: readonly TaskRow[]
}

export type Goals = { goLive: string | null; win: string | null }

/** The milestone that ends each of two stages: the last of Rollout is go-live, the last of Value the first win. */
export function goalsOf(milestones: readonly MilestoneRow[]): Goals {
  const last = (stage: Stage) => milestones.findLast((milestone) => milestone.stage === stage)?.id ?? null
  return { goLive: last('Rollout'), win: last('Value') }
}

/** Whether a milestone is go-live or the first win: it stays in its stage, last. */
export function isGoal(milestones: readonly MilestoneRow[], id: string): boolean {
  const { goLive, win } = goalsOf(milestones)
  return id === goLive || id === win
}

/** Stages in their order, then positions. */
export const byStage = (a: MilestoneRow, b: MilestoneRow) =>
  stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.position - b.position || (a.id < b.id ? -1 : 1)

/** When the last of these was done; null while one is open, or there are none. */
function allDoneOn(tasks: readonly TaskRow[]): IsoDate | null {
  const days = tasks.map(({ doneOn }) => doneOn)
  if (days.length === 0 || days.includes(null)) return null
  return days.reduce((latest, day) => (latest === null || (day !== null && day > latest) ? day : latest), null)
}

/** Whether a milestone still asks for its evidence. */
export const lacksProof = ({ exitEvidence, proof }: Pick<MilestoneRow, 'exitEvidence' | 'proof'>): boolean =>
  exitEvidence !== null && proof === null

/** The milestones that a point closes: its own, for go-live all before it too. */
export function closedBy(milestones: readonly MilestoneRow[], id: string): MilestoneRow[] {
  const at = milestones.findIndex((milestone) => milestone.id === id)
  return milestones.slice(goalsOf(milestones).goLive === id ? 0 : at, at + 1)
}

/**
 * The day on which a milestone's point was reached: that of its last task, once there is the evidence it asks for. Go-live waits for
 * everything before it, the win for its confirmation alone.
 */
export function reachedOn({ plan, milestones, tasks }: PlanRows, milestoneId: string): IsoDate | null {
  const goals = goalsOf(milestones)
  if (milestoneId === goals.win) return plan.wonOn
  const closed = closedBy(milestones, milestoneId)
  if (closed.some(lacksProof)) return null
  const ids = new Set(closed.map(({ id }) => id))
  return allDoneOn(tasks.filter((task) => ids.has(task.milestoneId)))
}

function pointOf(rows: PlanRows, milestone: MilestoneRow, at: number): ScheduleTask {
  const goals = goalsOf(rows.milestones)
  const own = rows.tasks.filter(({ milestoneId }) => milestoneId === milestone.id).map(({ id }) => id)
  const isGoLive = milestone.id === goals.goLive
  const earlier = isGoLive ? rows.milestones.slice(0, at).map(({ id }) => id) : []
  const goLive = milestone.id === goals.win && goals.goLive ? [goals.goLive] : []
  return {
    id: milestone.id,
    side: 'both',
    durationDays: 0,
    dependsOn: [...own, ...earlier, ...goLive].map((task) => ({ task })),
    notAfter: isGoLive ? rows.plan.criticalDate : null,
    doneOn: reachedOn(rows, milestone.id),
  }
}

/** What the engine is asked: every task, and each milestone's point under the milestone's id. */
export function requestFor(rows: PlanRows, today: IsoDate): ScheduleRequest {
  const { plan, milestones, tasks } = rows
  let left: number = bounds.sittingDays
  /** None for a rule with more days than a plan may have left: a plan from before there was a limit must be shown too. */
  const daysFor = (rule: SittingRule) => {
    const days = sittingDates(rule, plan, today, left + 1)
    if (days.length > left) return null
    left -= days.length
    return days
  }
  return {
    startOn: plan.startOn,
    finishBy: plan.winBy,
    today,
    calendars: { vendor: calendarSpecOf(plan.vendorCalendar), customer: calendarSpecOf(plan.customerCalendar) },
    tasks: [
      ...tasks.map(({ id, side, durationDays, notBefore, notAfter, startedOn, doneOn, dependsOn, sittings }) => ({
        id,
        side,
        durationDays,
        notBefore,
        notAfter,
        startedOn,
        doneOn,
        dependsOn,
        sittings: sittings && daysFor(sittings),
      })),
      ...milestones.map((milestone, at) => pointOf(rows, milestone, at)),
    ],
  }
}

export type PlanSchedule = {
  request: ScheduleRequest
  computed: ComputedSchedule
  goals: Goals
  /** Tasks that are computed as if they had no sittings: those are over before the task can be finished, or are too many. */
  spent: ReadonlySet<string>
  /** @throws Error for an id that the plan does not have */
  datesOf(id: string): TaskAnswer
}

/** A task that is left out can make those after it late too; a longer chain is left out as a whole. */
const mostRounds = 8

/**
 * Asks the engine, ignoring possible finish dates where none is late enough: listed dates pass over time, and the plan must
 * still be shown the next morning.
 */
function computeLeniently(asked: ScheduleRequest, spent: Set<string>) {
  for (let round = 1; ; round++) {
    const tasks = asked.tasks.map((task) => (spent.has(task.id) ? { ...task, sittings: null } : task))
    const request = { ...asked, tasks }
    const result = computeSchedule(request)
    const faults = result.ok ? [] : result.faults
    const late = faults.flatMap(({ task, field }) => (task !== null && field === 'sittings' ? [task] : []))
    if (late.length === 0) return { request, result, spent }
    const passed = round < mostRounds ? late : tasks.flatMap(({ id, sittings }) => (sittings ? [id] : []))
    for (const id of passed) spent.add(id)
  }
}

export type ComputedPlan = { ok: true; schedule: PlanSchedule } | { ok: false; faults: ScheduleFault[] }

/** The day on which a plan would be over; null where it cannot be computed, or holds nothing. */
export const finishOf = (plan: ComputedPlan): IsoDate | null => (plan.ok ? plan.schedule.computed.answer.finish : null)

/** Computes a plan, or says what keeps it from being computed. */
export function computePlan(rows: PlanRows, today: IsoDate): ComputedPlan {
  const asked = requestFor(rows, today)
  const tooMany = rows.tasks.filter(({ sittings }, at) => sittings && !asked.tasks[at]?.sittings)
  const { request, result, spent } = computeLeniently(asked, new Set(tooMany.map(({ id }) => id)))
  if (!result.ok) return result
  const answers = new Map(result.computed.answer.tasks.map((answer) => [answer.id, answer]))
  const datesOf = (id: string) => {
    const answer = answers.get(id)
    if (!answer) throw new Error(`The schedule has no task ${id}`)
    return answer
  }
  return { ok: true, schedule: { request, computed: result.computed, goals: goalsOf(rows.milestones), spent, datesOf } }
}

/**
 * Computes a stored plan, which commands only store when it can be computed.
 * @throws Error when it cannot
 */
export function scheduleOf(rows: PlanRows, today: IsoDate): PlanSchedule {
  const result = computePlan(rows, today)
  if (!result.ok) throw new Error(`The plan ${rows.plan.id} cannot be computed: ${result.faults[0]?.message ?? ''}`)
  return result.schedule
}
