import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { StoredCalendar } from './calendar.ts'
import { storedCalendar } from './calendar.ts'
import type { DatesValues } from './components/dates-fields.tsx'
import type { PlanReader } from './queries.server.ts'

export type TermsView = {
  dates: DatesValues & { project: string }
  win: {
    statement: string
    measure: string
    unit: string
    baseline: string
    target: string
    winBy: string
    announcedTo: string
  }
}

/** The terms of a plan for their form. @throws Refusal 404 */
export async function getTerms(parts: Pick<Parts, 'db'>, reader: PlanReader, planId: string): Promise<TermsView> {
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
      baseline: String(Number(plan.winBaseline)),
      target: String(Number(plan.winTarget)),
      winBy: plan.winBy,
      announcedTo: plan.winAnnouncedTo,
    },
  }
}

export type CalendarsView = {
  project: string
  timeZone: string
  companies: { vendor: string; customer: string }
  vendor: StoredCalendar
  customer: StoredCalendar
}

/** When the two sides work. @throws Refusal 404 */
export async function getCalendars(
  parts: Pick<Parts, 'db'>,
  reader: PlanReader,
  planId: string,
): Promise<CalendarsView> {
  const plan = await findPlan(parts, reader, planId)
  return {
    project: plan.project,
    timeZone: plan.timeZone,
    companies: { vendor: plan.workspaceName, customer: plan.accountName },
    vendor: storedCalendar.parse(plan.vendorCalendar),
    customer: storedCalendar.parse(plan.customerCalendar),
  }
}

async function findPlan({ db }: Pick<Parts, 'db'>, { actor }: PlanReader, planId: string) {
  const plan = await inWorkspace(db, actor.workspaceId, (trx) =>
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
