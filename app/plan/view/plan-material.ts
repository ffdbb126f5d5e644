import { type Sight, type Standing, mayEver } from '#app/policy/policy.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import type { PlannedChange } from '#app/schedule/with-change.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type AgreedDates, datesFor } from './agreed-dates.ts'
import { type ShownRows, cutRows } from '../core/cut-rows.ts'
import type { CalendarFrom, StoredPlan, StoredRows } from '../core/plan-rows.server.ts'
import { changedTasks, changesSince } from '../agreed-terms/agreed-changes.ts'
import { type LastChanges, changeViews } from './change-views.ts'
import { type AgreedTerms, termsOf } from '../agreed-terms/agreed-terms.ts'
import type { ViewerSide } from '../core/viewer-side.ts'
import type { AgreedChangeView, AgreementView, MayView, ObjectionView, PlanView, ViewerView } from './plan-view.ts'

export type PlanViewReader = {
  id: string
  name: string
  side: ViewerSide
  sight: Sight
  standings: ReadonlySet<Standing>
}

/** A plan as the server loaded it, private data of both sides included. */
export type PlanFacts = Said & {
  rows: StoredRows
  reader: PlanViewReader
  /** The latest agreement; dates were not kept at first. */
  baseline: {
    number: number
    termsVersion: number
    agreedOn: IsoDate
    terms: AgreedTerms
    dates: AgreedDates | null
  } | null
  /** Who changed fields and when, since that agreement. */
  lastChanges: LastChanges
}

type Said = {
  today: IsoDate
  confirmers: string[]
  /** The latest of each side. */
  agreements: Omit<AgreementView, 'current'>[]
  objections: ObjectionView[]
  lastChange: PlanView['lastChange']
  ending: PlanView['ending']
}

/**
 * What a plan's view is computed from, on the server and in the browser alike, cut to its reader's side. What needs more than
 * the schedule (rights, agreed terms) is answered here, on the server, so that its code stays there.
 */
export type PlanMaterial = Said & {
  rows: ShownRows
  viewer: ViewerView
  /** Where zone and calendars were taken from, until a participant has checked them. */
  calendarFrom: CalendarFrom | null
  agreedOn: IsoDate | null
  agreedNumber: number | null
  /** The days that were agreed, of the tasks that the reader may know. */
  agreedDates: AgreedDates | null
  archived: boolean
  /** Whether the customer may read the forecast. */
  forecastShared: boolean
  /** What changed since the plan was agreed, and the tasks that did. */
  changed: { list: AgreedChangeView[]; taskIds: string[] }
  /** Whether all of what both sides agreed to last is as they agreed to it, whatever was changed and taken back in between. */
  standsAsAgreed: boolean
  /** Single changes, each of which would save the date; none while it can be met, and none before `withAdvice` has looked. */
  advice: PlannedChange[]
}

/** Cuts a plan to what its reader may know. Pure; for the server. */
export function materialFor({ rows, reader, baseline, lastChanges, ...said }: PlanFacts): PlanMaterial {
  const { plan } = rows
  const shown = cutRows(rows, reader.sight)
  const told = { companies: { vendor: plan.workspace, customer: plan.account }, today: said.today }
  const changes = baseline ? changesSince(baseline.terms, termsOf(rows), told) : []
  const may = mayOf(plan, reader)
  return {
    ...said,
    rows: shown,
    archived: plan.archivedAt !== null,
    forecastShared: plan.forecastSharedAt !== null,
    calendarFrom: plan.calendarFrom,
    viewer: {
      side: reader.side,
      sight: reader.sight,
      id: reader.id,
      name: reader.name,
      role: roleOf(reader),
      may,
    },
    agreedOn: baseline?.agreedOn ?? null,
    agreedNumber: baseline?.number ?? null,
    agreedDates: baseline?.dates ? datesFor(baseline.dates, rows.tasks, reader.sight) : null,
    changed: {
      list: changeViews(changes, lastChanges, { planId: plan.id, mayRestore: may.restoreAgreed }),
      taskIds: changedTasks(changes),
    },
    standsAsAgreed: baseline !== null && baseline.termsVersion >= plan.agreementsFrom && changes.length === 0,
    advice: [],
  }
}

const roleOrder: Standing[] = ['champion', 'contributor', 'viewer', 'lead', 'team', 'admin']
const roleOf = ({ standings }: PlanViewReader): string => roleOrder.find((role) => standings.has(role)) ?? 'member'

/** What the reader's buttons offer; the runner decides again. */
function mayOf(plan: StoredPlan, { standings }: PlanViewReader): MayView {
  const open = plan.archivedAt === null && plan.state !== 'lost'
  return {
    edit: open && mayEver('edit-task', standings),
    invite: open && mayEver('invite-participant', standings),
    agree: open && mayEver('agree-plan', standings),
    restoreAgreed: mayOnPlanAsItStands('restore-agreed', standings, plan),
    editTerms: mayOnPlanAsItStands('edit-terms', standings, plan),
    checkCalendar: open && mayEver('check-calendar', standings),
    confirmWin: open && plan.state !== 'won' && mayEver('confirm-first-win', standings),
    putAway: mayEver('archive-plan', standings),
    setTeam: open && mayEver('set-team', standings),
    setAccountLogo: open && mayEver('set-account-logo', standings),
  }
}
