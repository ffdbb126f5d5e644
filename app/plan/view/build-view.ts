import { winSoFar } from '../core/first-win.ts'
import { compareDates } from '#app/schedule/dates.ts'
import { type ShownPlan, type ShownRows, isHiddenFrom } from '../core/cut-rows.ts'
import { type Drift, driftSince, driftView } from './drift.ts'
import { dueOf } from '../core/due.ts'
import { goalNow } from './goal.ts'
import { writeHeadline } from './write-headline.ts'
import type { PlanMaterial } from './plan-material.ts'
import { type MilestoneRow, type PlanSchedule, reachedOn, scheduleOf } from '../core/compute-plan.ts'
import { comingDates } from '../sittings/sittings.ts'
import { sittingWords } from '../sittings/sitting-words.ts'
import { stages } from '../core/stages.ts'
import { calendarFor } from '#app/schedule/working-days.ts'
import type { Side } from '#app/schedule/model.ts'
import { waitsNow } from './waits-now.ts'
import { statusOf } from '../core/task-status.ts'
import type { ClosedPeriodView, HeadlineView, MilestoneView, PlanView, StageView, TaskView } from './plan-view.ts'

/**
 * Everything the plan page shows. Pure, the same on the server and in the browser, where a what-if computes it again from changed
 * material. @throws Error for rows that cannot be computed; what is stored can
 */
export const buildView = (material: PlanMaterial): PlanView =>
  viewWithSchedule(material, scheduleOf(material.rows, material.today))

/** As `buildView`, with the schedule of the material's rows computed before. */
export function viewWithSchedule(material: PlanMaterial, schedule: PlanSchedule): PlanView {
  const { rows, viewer, today, changed, advice, agreedOn, agreedDates } = material
  const { plan } = rows
  const drift = agreedDates ? driftSince({ rows, schedule, agreed: agreedDates }) : null
  const view = tasksFor(material, schedule, drift)
  const asked = { rows, schedule, today, advice }
  const headline = writeHeadline({ ...asked, sight: viewer.sight })
  const shared = writeHeadline({ ...asked, sight: 'shared' })
  const goal = plan.state === 'won' ? null : goalNow(asked)
  return {
    id: plan.id,
    calendarFrom: material.calendarFrom,
    state: plan.state,
    archived: material.archived,
    ending: material.ending,
    viewer,
    project: plan.project,
    workspace: { name: plan.workspace, logo: plan.workspaceLogo },
    account: { id: plan.accountId, name: plan.account, logo: plan.accountLogo },
    lead: { name: plan.leadName, jobTitle: plan.leadJobTitle },
    today,
    criticalDate: plan.criticalDate,
    criticalReason: plan.criticalReason,
    ifMissed: plan.ifMissed,
    termsVersion: plan.termsVersion,
    agreements: material.agreements.map((it) => ({
      ...it,
      current: material.standsAsAgreed || it.termsVersion === plan.termsVersion,
    })),
    objections: material.objections,
    agreedOn,
    agreedNumber: material.agreedNumber,
    drift: agreedOn && drift ? driftView(agreedOn, drift) : null,
    changedSinceAgreed: changed.list,
    // As many days as the headline says.
    slackDays: goal ? bufferOf(goal, dueOf({ rows, schedule }, goal.id)) : (schedule.computed.answer.slackDays ?? 0),
    headline: sentHeadline(headline),
    sharedHeadline: isSame(headline, shared) ? null : sentHeadline(shared),
    firstWin: { confirmers: material.confirmers, ...winSoFar(plan) },
    wonOn: plan.wonOn,
    stages: stagesOf(rows, schedule, view, drift),
    closed: closedOf(plan, schedule),
    ...nextOf(material, schedule, [...view.values()]),
    lastChange: material.lastChange,
  }
}

const bufferOf = ({ lateDays }: { lateDays: number }, { bufferDays }: { bufferDays: number }): number =>
  lateDays > 0 ? -lateDays : bufferDays

/** The reader's own open tasks, those that ask for something now apart; urgent ones that no one is in charge of are the champion's or the lead's. */
function nextOf(
  { viewer, confirmers, today }: PlanMaterial,
  { request }: PlanSchedule,
  tasks: readonly TaskView[],
): Pick<PlanView, 'nextForYou' | 'laterForYou'> {
  const calendarOf = (side: Side) => calendarFor(request.calendars, side, today)
  const calendars = { vendor: calendarOf('vendor'), customer: calendarOf('customer'), both: calendarOf('both') }
  const asksNow = (task: TaskView) => waitsNow(task, calendars[task.side], today)
  // Where no champion has joined, the customer's tasks are the lead's, too.
  const isInCharge = ({ side }: TaskView) =>
    viewer.role === 'champion'
      ? side !== 'vendor'
      : viewer.role === 'lead' && (side !== 'customer' || confirmers.length === 0)
  const open = tasks
    .filter(({ status, hidden }) => status !== 'done' && !hidden)
    .sort((a, b) => compareDates(a.lateStart, b.lateStart) || compareDates(a.dueOn, b.dueOn))
  const isOwn = (task: TaskView) => task.mine || (!task.owner?.id && isInCharge(task) && asksNow(task) === 'urgent')
  const [now, later] = [
    open.filter((task) => isOwn(task) && asksNow(task)),
    open.filter((task) => task.mine && !asksNow(task)),
  ]
  return { nextForYou: now.map(({ id }) => id), laterForYou: later.map(({ id }) => id) }
}

/** What is not shown is not sent: where a headline says how the plan stands, its sentence is not. */
const sentHeadline = (headline: HeadlineView): HeadlineView =>
  headline.status ? { ...headline, lead: '', stress: '' } : headline

const isSame = (a: HeadlineView, b: HeadlineView) => JSON.stringify(a) === JSON.stringify(b)

/** Tasks as the reader sees them, by their ids. Of hidden ones the rows hold no words any longer. */
function tasksFor(
  { rows, viewer, today, changed }: PlanMaterial,
  schedule: PlanSchedule,
  drift: Drift | null,
): Map<string, TaskView> {
  const changedIds = new Set(changed.taskIds)
  const chain = new Set(schedule.computed.answer.criticalPath)
  const places = placesOf(rows)
  return new Map(
    rows.tasks.map((task) => {
      const dates = schedule.datesOf(task.id)
      const due = dueOf({ rows, schedule }, task.id)
      const hidden = isHiddenFrom(task, viewer.sight)
      return [
        task.id,
        {
          id: task.id,
          title: task.title,
          side: task.side,
          durationDays: task.durationDays,
          hidden,
          privateTo: task.privateTo,
          owner: hidden ? null : task.owner,
          status: statusOf(task),
          startedOn: task.startedOn,
          doneOn: task.doneOn,
          sittings: task.sittings && {
            dates: comingDates(task.sittings, rows.plan, today),
            over: schedule.spent.has(task.id),
            name: task.sittings.name,
            words: sittingWords(task.sittings),
          },
          earlyStart: dates.earlyStart,
          earlyFinish: due.expected,
          lateStart: dates.lateStart,
          dueOn: due.dueOn,
          slackDays: due.bufferDays,
          critical: chain.has(task.id),
          after: task.dependsOn.flatMap((link) => places.get(link.task) ?? []),
          mine: !hidden && task.owner?.id === viewer.id,
          sentBack: task.sentBack,
          result: task.result,
          promisedOn: task.promisedOn,
          changedSinceAgreed: changedIds.has(task.id),
          moved: drift?.moved.get(task.id) ?? null,
        },
      ]
    }),
  )
}

/** Where each task stands on the page, from 0. */
function placesOf({ milestones, tasks }: ShownRows): Map<string, number> {
  const ordered = stages
    .flatMap((stage) => milestones.filter((milestone) => milestone.stage === stage))
    .flatMap((milestone) => tasks.filter(({ milestoneId }) => milestoneId === milestone.id))
  return new Map(ordered.map(({ id }, place) => [id, place]))
}

function stagesOf(
  rows: ShownRows,
  schedule: PlanSchedule,
  tasks: ReadonlyMap<string, TaskView>,
  drift: Drift | null,
): StageView[] {
  const milestoneView = (milestone: MilestoneRow): MilestoneView => {
    const reached = reachedOn(rows, milestone.id)
    const { goLive, win } = schedule.goals
    const own = rows.tasks
      .filter(({ milestoneId }) => milestoneId === milestone.id)
      .flatMap(({ id }) => tasks.get(id) ?? [])
    return {
      id: milestone.id,
      title: milestone.title,
      goal: milestone.id === goLive ? 'go-live' : milestone.id === win ? 'win' : null,
      reachedOn: reached,
      ...dueOf({ rows, schedule }, milestone.id),
      moved: drift?.moved.get(milestone.id) ?? null,
      exit:
        milestone.exitEvidence === null || milestone.id === win
          ? null
          : { asks: milestone.exitEvidence, proof: milestone.proof },
      isGate: milestone.isGate,
      tasks: own,
    }
  }
  return stages.map((stage) => {
    const milestones = rows.milestones.filter((it) => it.stage === stage).map(milestoneView)
    const own = milestones.flatMap((milestone) => milestone.tasks)
    return {
      stage,
      done: own.filter(({ status }) => status === 'done').length,
      total: own.length,
      milestones,
    }
  })
}

/** Closed periods by name, and the holidays within the plan's time; what both sides share is said once. */
function closedOf(plan: ShownPlan, schedule: PlanSchedule): ClosedPeriodView[] {
  const finish = schedule.computed.answer.finish
  const last = finish && finish > plan.winBy ? finish : plan.winBy
  const found = new Map<string, ClosedPeriodView>()
  for (const side of ['vendor', 'customer'] as const) {
    const calendar = side === 'vendor' ? plan.vendorCalendar : plan.customerCalendar
    const periods = [
      ...calendar.closed,
      ...calendar.holidays
        .filter(({ date }) => date <= last && !calendar.extraWorkdays.some((worked) => worked.date === date))
        .map(({ date, name }) => ({ from: date, to: date, why: name })),
    ].filter(({ to }) => to >= plan.startOn)
    for (const period of periods) {
      const key = `${period.from} ${period.to} ${period.why}`
      const shared = side === 'customer' && found.get(key)?.side === 'vendor'
      found.set(key, { ...period, side: shared ? 'both' : side })
    }
  }
  return [...found.values()].sort((a, b) => compareDates(a.from, b.from) || compareDates(a.to, b.to))
}
