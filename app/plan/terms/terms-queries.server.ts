import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { todayIn } from '#app/kit/clock.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { CalendarFrom } from '../core/plan-rows.server.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'

export type TermsView = {
  dates: { project: string; criticalDate: string; criticalReason: string; ifMissed: string }
  win: {
    statement: string
    measure: string
    unit: string
    baseline: string
    target: string
    winBy: string
    announcedTo: string
  }
  measuring: { baselineHow: string; measuredBy: string; measureOn: string }
}

/** The terms of a plan for their form. @throws Refusal 404 */
export async function getTerms(parts: Pick<Parts, 'reads'>, reader: PlanReader, planId: string): Promise<TermsView> {
  const plan = await findPlan(parts, reader, planId)
  return {
    dates: {
      project: plan.project,
      criticalDate: plan.criticalDate,
      criticalReason: plan.criticalReason,
      ifMissed: plan.ifMissed ?? '',
    },
    win: {
      statement: plan.winStatement,
      measure: plan.winMeasure,
      unit: plan.winUnit,
      baseline: plan.winBaseline === null ? '' : String(Number(plan.winBaseline)),
      target: plan.winTarget === null ? '' : String(Number(plan.winTarget)),
      winBy: plan.winBy,
      announcedTo: plan.winAnnouncedTo,
    },
    measuring: {
      baselineHow: plan.winBaselineHow ?? '',
      measuredBy: plan.winMeasuredBy ?? '',
      measureOn: plan.winMeasureOn ?? '',
    },
  }
}

export type CalendarsView = {
  project: string
  timeZone: string
  /** Where zone and calendars were taken from, and who of the customer has checked them. */
  origin: { from: CalendarFrom; checked: { by: string; on: IsoDate } | null } | null
  /** The time of the plan, with a little after it. */
  span: { from: IsoDate; to: IsoDate }
  companies: { vendor: string; customer: string }
  vendor: StoredCalendar
  customer: StoredCalendar
}

/** When the two sides work. @throws Refusal 404 */
export async function getCalendars(
  parts: Pick<Parts, 'reads'>,
  reader: PlanReader,
  planId: string,
): Promise<CalendarsView> {
  const plan = await findPlan(parts, reader, planId)
  return {
    project: plan.project,
    timeZone: plan.timeZone,
    origin: plan.calendarFrom
      ? {
          from: plan.calendarFrom as CalendarFrom,
          checked: checkOf(plan.calendarCheckedBy, plan.calendarCheckedAt, plan.timeZone),
        }
      : null,
    span: { from: plan.startOn as IsoDate, to: addDays(plan.winBy as IsoDate, 60) },
    companies: { vendor: plan.workspaceName, customer: plan.accountName },
    vendor: storedCalendar.parse(plan.vendorCalendar),
    customer: storedCalendar.parse(plan.customerCalendar),
  }
}

const checkOf = (by: string | null, at: Date | null, zone: string) => (by && at ? { by, on: todayIn(zone, at) } : null)

async function findPlan({ reads }: Pick<Parts, 'reads'>, { actor }: PlanReader, planId: string) {
  const plan = await reads.in(actor.workspaceId, (trx) =>
    trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .selectAll('plan')
      .select(['account.name as accountName', 'workspace.name as workspaceName'])
      .where('plan.workspaceId', '=', actor.workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirst(),
  )
  if (!plan) throw notFound()
  return plan
}
