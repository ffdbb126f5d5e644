import { sql } from 'kysely'
import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Sight } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Reads } from '#app/kit/reads.server.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { agreedDates } from './agreed-dates.ts'
import { planBatches } from '../core/plan-batches.server.ts'
import { loadPlans } from '../core/plan-rows.server.ts'
import { agreedTerms, termsOf } from '../agreed-terms/agreed-terms.ts'
import type { AgreedChangeView } from './plan-view.ts'
import { changesSince } from '../agreed-terms/agreed-changes.ts'
import { type LastChanges, changeViews } from './change-views.ts'

type Where = { workspaceId: string; planId: string; timeZone: string }

/** The latest version that both sides agreed to. */
export async function latestBaseline(trx: WorkspaceReading, { workspaceId, planId }: Omit<Where, 'timeZone'>) {
  const [row] = await baselines(trx, { workspaceId, planId })
  if (!row) return null
  return {
    number: row.number,
    termsVersion: row.termsVersion,
    createdAt: row.createdAt,
    agreedOn: row.agreedOn as IsoDate,
    terms: agreedTerms.parse(row.terms),
    dates: row.dates === null ? null : agreedDates.parse(row.dates),
  }
}

const baselines = keptQuery(
  (db, { workspaceId, planId }) =>
    db
      .selectFrom('baseline')
      .select(['number', 'termsVersion', 'agreedOn', 'terms', 'dates', 'createdAt'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .orderBy('number', 'desc')
      .limit(1),
  { workspaceId: 'a workspace', planId: 'a plan' },
)

type Watched = Where & { since: Date }

/**
 * Who changed each field of these plans last since a moment of each, as far as both sides read of it in the activity, and whether
 * that change can be undone whole by a reader with this sight. One query, however many plans.
 */
export async function findLastChanges(
  trx: WorkspaceReading,
  workspaceId: string,
  plans: readonly Omit<Watched, 'workspaceId'>[],
  sight: Sight,
): Promise<LastChanges> {
  if (plans.length === 0) return new Map()
  const watched = new Map(plans.map((plan) => [plan.planId, plan]))
  const earliest = new Date(Math.min(...plans.map(({ since }) => since.getTime())))
  const rows = await trx
    .selectFrom('activity')
    .innerJoinLateral(
      sql<{ field: string }>`jsonb_object_keys(activity.changes)`.as<'changed'>(sql`changed(field)`),
      (join) => join.onTrue(),
    )
    .leftJoin('planUndo', (join) =>
      join
        .onRef('planUndo.workspaceId', '=', 'activity.workspaceId')
        .onRef('planUndo.planId', '=', 'activity.scopeId')
        .onRef('planUndo.number', '=', 'activity.number')
        .on('planUndo.undoneAt', 'is', null),
    )
    .distinctOn(['activity.subjectId', 'changed.field'])
    .select([
      'activity.scopeId as planId',
      'activity.subjectId',
      'changed.field',
      'activity.actorName as by',
      'activity.at',
      'activity.number',
      'planUndo.privateTo',
    ])
    .where('activity.workspaceId', '=', workspaceId)
    .where('activity.scope', '=', 'plan')
    .where('activity.scopeId', 'in', [...watched.keys()])
    .where('activity.visibleTo', 'is', null)
    .where('activity.at', '>=', earliest)
    .orderBy('activity.subjectId')
    .orderBy('changed.field')
    .orderBy('activity.number', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ planId, subjectId, field, by, at, number, privateTo }) => {
      const plan = watched.get(planId)
      if (!plan || at < plan.since) return []
      const mayUndo = privateTo !== null && privateTo.every((side) => side === sight)
      return [[`${subjectId ?? ''} ${field}`, { by, on: todayIn(plan.timeZone, at), number: Number(number), mayUndo }]]
    }),
  )
}

/** What differs on a plan from what both sides agreed to last, and the version of the terms that was compared. */
export type ChangesOfPlan = { termsVersion: number; changes: AgreedChangeView[] }

/**
 * By plan, what differs now from what both sides agreed to last: what their people are told. Read some plans at a time, each in a
 * short transaction of four queries.
 */
export async function findAgreedChanges(
  reads: Reads,
  workspaceId: string,
  planIds: readonly string[],
  now: Date,
): Promise<Map<string, ChangesOfPlan>> {
  const found = new Map<string, ChangesOfPlan>()
  for (const some of await planBatches(reads, workspaceId, planIds))
    await reads.in(workspaceId, async (trx) => {
      for (const [planId, changes] of await changesOfPlans(trx, workspaceId, some, now)) found.set(planId, changes)
    })
  return found
}

async function changesOfPlans(
  trx: WorkspaceReading,
  workspaceId: string,
  planIds: readonly string[],
  now: Date,
): Promise<[string, ChangesOfPlan][]> {
  const plans = await loadPlans(trx, workspaceId, planIds)
  const baselines = await trx
    .selectFrom('baseline')
    .distinctOn('planId')
    .select(['planId', 'termsVersion', 'terms', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', 'in', planIds)
    .orderBy('planId')
    .orderBy('number', 'desc')
    .execute()
  const compared = plans.map((rows) => {
    const baseline = baselines.find(({ planId }) => planId === rows.plan.id)
    return { rows, baseline: baseline && baseline.termsVersion >= rows.plan.agreementsFrom ? baseline : null }
  })
  const watched = compared.flatMap(({ rows: { plan }, baseline }) =>
    baseline ? { planId: plan.id, timeZone: plan.timeZone, since: baseline.createdAt } : [],
  )
  const last = await findLastChanges(trx, workspaceId, watched, 'shared')
  return compared.map(({ rows, baseline }) => {
    const { id, workspace, account, timeZone, termsVersion } = rows.plan
    const told = { companies: { vendor: workspace, customer: account }, today: todayIn(timeZone, now) }
    const changes = baseline ? changesSince(agreedTerms.parse(baseline.terms), termsOf(rows), told) : []
    return [id, { termsVersion, changes: changeViews(changes, last, { planId: id, mayRestore: false }) }]
  })
}
