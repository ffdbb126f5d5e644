import type { IsoDate } from '#app/schedule/model.ts'
import { type Standing, mayEver } from '#app/access/policy.ts'
import { headlineFor } from './headline.ts'
import { stages } from './model.ts'
import type { MilestoneRow, PlanSchedule, TaskRow } from './network.ts'
import { reachedOn, scheduleOf } from './network.ts'
import type { StoredPlan, StoredRows } from './plan-rows.server.ts'
import { type AgreedTerms, type TermsChanges, changesSince, termsOf } from './terms.ts'
import type {
  AgreementView,
  ClosedPeriodView,
  MayView,
  MilestoneView,
  PlanView,
  StageView,
  TaskView,
  ViewerSide,
} from './view.ts'

export type Reader = { id: string; name: string; side: ViewerSide; standings: ReadonlySet<Standing> }

export type ViewMaterial = {
  rows: StoredRows
  reader: Reader
  today: IsoDate
  confirmers: string[]
  /** The latest of each side. */
  agreements: Omit<AgreementView, 'current'>[]
  baseline: { agreedOn: IsoDate; terms: AgreedTerms } | null
  lastChange: PlanView['lastChange']
  ending: PlanView['ending']
}

/** Everything the plan page shows, cut to what the reader's side may know. Pure. */
export function buildView({ rows, reader, today, ...material }: ViewMaterial): PlanView {
  const { plan } = rows
  const schedule = scheduleOf(rows, today)
  const changed: TermsChanges = material.baseline
    ? changesSince(material.baseline.terms, termsOf(rows))
    : { words: [], taskIds: new Set() }
  const view = tasksFor({ rows, reader, schedule, changed })
  return {
    id: plan.id,
    state: plan.state,
    archived: plan.archivedAt !== null,
    ending: material.ending,
    viewer: { side: reader.side, id: reader.id, name: reader.name, role: roleOf(reader), may: mayOf(plan, reader) },
    project: plan.project,
    workspace: { name: plan.workspace, logo: plan.workspaceLogo },
    account: { name: plan.account, logo: plan.accountLogo },
    today,
    criticalDate: plan.criticalDate,
    criticalReason: plan.criticalReason,
    ifMissed: plan.ifMissed,
    termsVersion: plan.termsVersion,
    agreements: material.agreements.map((it) => ({ ...it, current: it.termsVersion === plan.termsVersion })),
    agreedOn: material.baseline?.agreedOn ?? null,
    changedSinceAgreed: changed.words,
    headline: headlineFor({ rows, schedule, today, side: reader.side }),
    firstWin: {
      statement: plan.winStatement,
      measure: plan.winMeasure,
      unit: plan.winUnit,
      baseline: plan.winBaseline,
      target: plan.winTarget,
      winBy: plan.winBy,
      announcedTo: plan.winAnnouncedTo,
      confirmers: material.confirmers,
    },
    wonOn: plan.wonOn,
    stages: stagesOf(rows, schedule, view),
    closed: closedOf(plan, schedule),
    nextForYou: rows.tasks
      .flatMap((task) => view.get(task.id) ?? [])
      .filter((task) => task.mine && task.status !== 'done')
      .sort((a, b) => (a.lateStart < b.lateStart ? -1 : a.lateStart > b.lateStart ? 1 : a.doBy < b.doBy ? -1 : 1))
      .map(({ id }) => id),
    lastChange: material.lastChange,
  }
}

const roleOrder: Standing[] = ['champion', 'contributor', 'viewer', 'lead', 'team', 'admin']
const roleOf = ({ standings }: Reader): string => roleOrder.find((role) => standings.has(role)) ?? 'member'

/** What the reader's buttons offer; the runner decides again. */
function mayOf(plan: StoredPlan, { standings }: Reader): MayView {
  const open = plan.archivedAt === null && plan.state !== 'lost'
  return {
    edit: open && mayEver('edit-task', standings),
    invite: open && mayEver('invite-participant', standings),
    agree: open && mayEver('agree-plan', standings),
    editTerms: open && mayEver('edit-terms', standings),
    confirmWin: open && plan.state !== 'won' && mayEver('confirm-first-win', standings),
    putAway: mayEver('archive-plan', standings),
    setTeam: open && mayEver('set-team', standings),
  }
}

/** Whether a side keeps this task from the reader's. */
export const isHiddenFrom = (task: Pick<TaskRow, 'privateTo'>, side: ViewerSide) =>
  task.privateTo !== null && task.privateTo !== side

type TasksQuestion = { rows: StoredRows; reader: Reader; schedule: PlanSchedule; changed: TermsChanges }

/** Tasks as the reader sees them, by their stored ids; ids of hidden ones are replaced by some that mean nothing elsewhere. */
function tasksFor({ rows, reader, schedule, changed }: TasksQuestion): Map<string, TaskView> {
  const hidden = rows.tasks.filter((task) => isHiddenFrom(task, reader.side)).map(({ id }) => id)
  const shownId = (id: string) => (hidden.includes(id) ? `own-${hidden.indexOf(id) + 1}` : id)
  return new Map(
    rows.tasks.map((task) => {
      const dates = schedule.datesOf(task.id)
      const isHidden = hidden.includes(task.id)
      return [
        task.id,
        {
          id: shownId(task.id),
          title: isHidden ? '' : task.title,
          hidden: isHidden,
          privateTo: task.privateTo,
          side: task.side,
          owner: isHidden ? null : task.owner,
          durationDays: task.durationDays,
          status: task.doneOn ? 'done' : task.startedOn ? 'started' : 'open',
          startedOn: task.startedOn,
          doneOn: task.doneOn,
          notBefore: task.notBefore,
          notAfter: task.notAfter,
          dependsOn: task.dependsOn.map((link) => ({ task: shownId(link.task), lagDays: link.lagDays })),
          earlyStart: dates.earlyStart,
          earlyFinish: dates.earlyFinish,
          lateStart: dates.lateStart,
          doBy: dates.lateFinish,
          slackDays: dates.totalSlackDays,
          critical: dates.critical,
          mine: !isHidden && task.owner.id === reader.id,
          sentBack: isHidden ? null : task.sentBack,
          changedSinceAgreed: changed.taskIds.has(task.id),
        },
      ]
    }),
  )
}

function stagesOf(rows: StoredRows, schedule: PlanSchedule, tasks: ReadonlyMap<string, TaskView>): StageView[] {
  const milestoneView = (milestone: MilestoneRow): MilestoneView => {
    const dates = schedule.datesOf(milestone.id)
    const reached = reachedOn(rows, milestone.id)
    const { goLive, win } = schedule.goals
    const own = rows.tasks
      .filter(({ milestoneId }) => milestoneId === milestone.id)
      .flatMap(({ id }) => tasks.get(id) ?? [])
    // Little waits for a point itself; people expect it when the last of its own steps must be done.
    const lastStep = own
      .map(({ doBy }) => doBy)
      .reduce<IsoDate | null>((last, day) => (last && last > day ? last : day), null)
    const isGoal = milestone.id === goLive || milestone.id === win
    return {
      id: milestone.id,
      title: milestone.title,
      goal: milestone.id === goLive ? 'go-live' : milestone.id === win ? 'win' : null,
      reachedOn: reached,
      doBy: isGoal || !lastStep ? dates.lateFinish : lastStep,
      expected: dates.earlyFinish,
      late: reached === null && dates.totalSlackDays < 0,
      tasks: own,
    }
  }
  return stages.map((stage) => {
    const milestones = rows.milestones.filter((it) => it.stage === stage).map(milestoneView)
    const own = milestones.flatMap((milestone) => milestone.tasks)
    // The win is no task: it is confirmed. Without it the last stage would look over too soon.
    const win = milestones.filter(({ goal }) => goal === 'win')
    return {
      stage,
      done: own.filter(({ status }) => status === 'done').length + win.filter((it) => it.reachedOn).length,
      total: own.length + win.length,
      milestones,
    }
  })
}

/** Closed periods and holidays by name, within the plan's time; what both sides share is said once. */
function closedOf(plan: StoredPlan, schedule: PlanSchedule): ClosedPeriodView[] {
  const finish = schedule.computed.answer.finish
  const last = finish && finish > plan.winBy ? finish : plan.winBy
  const found = new Map<string, ClosedPeriodView>()
  for (const side of ['vendor', 'customer'] as const) {
    const calendar = side === 'vendor' ? plan.vendorCalendar : plan.customerCalendar
    const periods = [
      ...calendar.closed,
      ...calendar.holidays.map(({ date, name }) => ({ from: date, to: date, why: name })),
    ].filter(({ from, to }) => to >= plan.startOn && from <= last)
    for (const period of periods) {
      const key = `${period.from} ${period.to} ${period.why}`
      const shared = side === 'customer' && found.get(key)?.side === 'vendor'
      found.set(key, { ...period, side: shared ? 'both' : side })
    }
  }
  return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
}
