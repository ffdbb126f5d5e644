import type { WorkspaceReading } from '#db/reading.ts'
import { sightOf } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type AgreedDates, agreedDates, datesFor } from '../view/agreed-dates.ts'
import { type AgreedView, agreedTasks } from './agreed-view.ts'
import { driftSince, driftView } from '../view/drift.ts'
import { scheduleOf } from '../core/compute-plan.ts'
import { loadPlan } from '../core/plan-rows.server.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { changesSince } from '../agreed-terms/agreed-changes.ts'
import { changeViews } from '../view/change-views.ts'
import { findLastChanges } from '../view/find-agreed-changes.server.ts'
import { agreedTerms, termsOf } from '../agreed-terms/agreed-terms.ts'

/** One version of what was agreed, and what differs from it now. @throws Refusal 404 for a plan or a version that is not there */
export async function getAgreed(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: PlanReader,
  planId: string,
  number: number,
): Promise<AgreedView> {
  const { workspaceId } = actor
  return parts.reads.in(workspaceId, async (trx) => {
    const rows = await loadPlan(trx, workspaceId, planId)
    if (!rows) throw notFound()
    const baselines = await trx
      .selectFrom('baseline')
      .selectAll()
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .orderBy('number')
      .execute()
    const baseline = baselines.find((it) => it.number === number)
    if (!baseline) throw notFound()
    const { plan } = rows
    const today = todayIn(plan.timeZone, parts.clock.now())
    const agreedOn = baseline.agreedOn as IsoDate
    const terms = agreedTerms.parse(baseline.terms)
    const dates = baseline.dates === null ? null : agreedDates.parse(baseline.dates)
    const drift =
      dates &&
      driftSince({ rows, schedule: scheduleOf(rows, today), agreed: datesFor(dates, rows.tasks, sightOf(standings)) })
    const companies = { vendor: plan.workspace, customer: plan.account }
    const watched = { planId, timeZone: plan.timeZone, since: baseline.createdAt }
    const last = await findLastChanges(trx, workspaceId, [watched], sightOf(standings))
    const names = await listOwnerNames(trx, { workspaceId, planId }, dates)
    const shared = new Set(rows.tasks.filter(({ privateTo }) => privateTo === null).map(({ id }) => id))
    return {
      project: plan.project,
      companies,
      today,
      number,
      agreedOn,
      versions: baselines.map((it) => ({ number: it.number, agreedOn: it.agreedOn as IsoDate })),
      signers: await listSigners(trx, workspaceId, plan, baseline.termsVersion),
      terms: {
        criticalDate: terms.criticalDate,
        criticalReason: terms.criticalReason,
        firstWin: terms.firstWin,
        closed: { vendor: terms.vendorCalendar.closed, customer: terms.customerCalendar.closed },
      },
      ...agreedTasks({ terms, dates, drift, shared, names }),
      changes: changeViews(changesSince(terms, termsOf(rows), { companies, today }), last, {
        planId,
        mayRestore: false,
      }),
      drift: drift && driftView(agreedOn, drift),
    }
  })
}

/** The names of those who were in charge of a task, by their ids. */
async function listOwnerNames(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  dates: AgreedDates | null,
): Promise<Map<string, string>> {
  const owners = dates?.points.flatMap(({ tasks }) => tasks.flatMap(({ owner }) => owner ?? [])) ?? []
  const memberIds = [...new Set(owners.flatMap((owner) => ('memberId' in owner ? owner.memberId : [])))]
  const [members, participants] = await Promise.all([
    memberIds.length === 0
      ? []
      : trx
          .selectFrom('member')
          .select(['id', 'name'])
          .where('workspaceId', '=', workspaceId)
          .where('id', 'in', memberIds)
          .execute(),
    trx
      .selectFrom('planParticipant')
      .select(['participantId as id', 'name'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .execute(),
  ])
  return new Map([...members, ...participants].map(({ id, name }) => [id, name]))
}

/** Who agreed to a version, the first of each side first. */
async function listSigners(
  trx: WorkspaceReading,
  workspaceId: string,
  plan: { id: string; timeZone: string },
  termsVersion: number,
): Promise<AgreedView['signers']> {
  const rows = await trx
    .selectFrom('agreement')
    .select(['personName', 'side', 'agreedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', plan.id)
    .where('termsVersion', '=', termsVersion)
    .orderBy('agreedAt')
    .execute()
  return rows.map((row) => ({
    name: row.personName,
    side: row.side === 'vendor' ? 'vendor' : 'customer',
    on: todayIn(plan.timeZone, row.agreedAt),
  }))
}
