import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'
import { type WorkspaceReading, readWorkspace } from '#db/reading.ts'
import { storeComputed } from '#db/workspace.ts'
import { type DayInZone, dayIn } from '#app/kit/clock.ts'
import type { Queue } from '#app/kit/computations.ts'
import { summaryRefreshBounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { noteSummarized } from '#app/runner/activity-counter.server.ts'
import { planBatches } from '../core/plan-batches.server.ts'
import { type StoredPlan, loadPlans } from '../core/plan-rows.server.ts'
import { type PlanSummary, summarizePlans, summaryVersion } from './plan-summary.ts'
import { listPlanSigns } from './plan-signs-queries.server.ts'
import { noSigns } from './plan-signs.ts'
import { listStalePlans } from './stale-plans.server.ts'

type Needs = Pick<Parts, 'db' | 'clock' | 'computations'>

/** Runs of this process, by workspace: people who open the list at the same time wait for one. */
const running = new Map<string, Promise<boolean>>()

/**
 * Computes how plans stand that were changed, or were last looked at on another day, and stores it. One run is bounded, so that a page can wait
 * for it. What was committed before the call is taken into account, unless there is too much.
 * @returns whether there may be more
 * @throws OverloadedError when too much is computed already
 */
export async function refreshSummaries(parts: Needs, workspaceId: string): Promise<boolean> {
  // It may have begun before what the caller wants to see.
  await running.get(workspaceId)?.catch(() => undefined)
  const joined = running.get(workspaceId)
  if (joined) return joined
  const run = refreshSome(parts, workspaceId, 'people').finally(() => running.delete(workspaceId))
  running.set(workspaceId, run)
  return run
}

/**
 * Refreshes a workspace's summaries, for the worker: a job goes through some thousand plans and leaves the rest to the next one.
 * @returns whether there may be more
 */
export async function refreshManySummaries(parts: Needs, workspaceId: string): Promise<boolean> {
  for (let round = 0; round < summaryRefreshBounds.rounds; round++)
    if (!(await refreshSome(parts, workspaceId, 'jobs'))) return false
  return true
}

async function refreshSome(parts: Needs, workspaceId: string, queue: Queue): Promise<boolean> {
  const { plans: atMost } = summaryRefreshBounds
  const planIds = await readWorkspace(parts.db, workspaceId, (trx) =>
    listStalePlans(trx, workspaceId, { now: parts.clock.now(), atMost }),
  )
  const done = await refreshPlans(parts, workspaceId, planIds, queue)
  return planIds.length === atMost || done < planIds.length
}

/**
 * Computes how these plans stand and stores it, in their order and as far as one round goes.
 * @returns how many of them were taken
 * @throws OverloadedError when too much is computed already
 */
export async function refreshPlans(
  { db, clock, computations }: Needs,
  workspaceId: string,
  planIds: readonly string[],
  queue: Queue = 'people',
): Promise<number> {
  if (planIds.length === 0) return 0
  const zones = zonesAt(clock.now())
  const groups = await planBatches(readApart(db), workspaceId, planIds)
  const taken = groups.slice(0, summaryRefreshBounds.groups)
  const made: Made[] = []
  for (const some of taken) {
    const { numbers, plans, signs } = await readWorkspace(db, workspaceId, async (trx) => {
      const [numbers, plans, signs] = await Promise.all([
        latestNumbers(trx, workspaceId, some),
        loadPlans(trx, workspaceId, some),
        listPlanSigns(trx, workspaceId, some),
      ])
      return { numbers, plans, signs }
    })
    const asked = plans.map((rows) => ({ rows, on: zones(rows.plan.timeZone) }))
    const summaries = await computations.run(
      queue,
      summarizePlans,
      asked.map(({ rows, on }) => ({ rows, signs: signs.get(rows.plan.id) ?? noSigns, today: on.day })),
    )
    for (const [at, { rows, on }] of asked.entries()) {
      const summary = summaries[at]
      if (summary) made.push({ on, number: numbers.get(rows.plan.id) ?? 0, plan: rows.plan, summary })
    }
  }
  await store(db, workspaceId, made)
  return taken.flat().length
}

/** The day in each zone; thousands of plans share a few. */
function zonesAt(now: Date): (timeZone: string) => DayInZone {
  const known = new Map<string, DayInZone>()
  return (timeZone) => {
    const day = known.get(timeZone) ?? dayIn(timeZone, now)
    known.set(timeZone, day)
    return day
  }
}

type Made = { on: DayInZone; number: number; plan: StoredPlan; summary: PlanSummary }

async function latestNumbers(trx: WorkspaceReading, workspaceId: string, planIds: readonly string[]) {
  const rows = await trx
    .selectFrom('activityCounter')
    .select(['scopeId', 'lastNumber'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', sql<string>`any(${planIds}::uuid[])`)
    .execute()
  return new Map(rows.map(({ scopeId, lastNumber }) => [scopeId, lastNumber]))
}

/**
 * In the order of their ids, so that two processes that store the same plans do not wait for each other in a circle. What was computed of a
 * later change stays.
 */
async function store(db: Database, workspaceId: string, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return
  const rows = [...made]
    .sort((a, b) => (a.plan.id < b.plan.id ? -1 : 1))
    .map(({ on, number, plan, summary }) => ({
      ...{ workspaceId, planId: plan.id, number, validFrom: on.from, validUntil: on.until, accountName: plan.account },
      ...{ version: summaryVersion, state: plan.state, isArchived: plan.archivedAt !== null, ...summary },
    }))
  await storeComputed(db, workspaceId, async (trx) => {
    await trx
      .insertInto('planSummary')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['workspaceId', 'planId'])
          .doUpdateSet(({ ref }) => ({
            number: ref('excluded.number'),
            validFrom: ref('excluded.validFrom'),
            validUntil: ref('excluded.validUntil'),
            accountName: ref('excluded.accountName'),
            version: ref('excluded.version'),
            state: ref('excluded.state'),
            isArchived: ref('excluded.isArchived'),
            rank: ref('excluded.rank'),
            headline: ref('excluded.headline'),
            stateWords: ref('excluded.stateWords'),
            tone: ref('excluded.tone'),
            goal: ref('excluded.goal'),
            goalOn: ref('excluded.goalOn'),
            stage: ref('excluded.stage'),
            nextTaskId: ref('excluded.nextTaskId'),
            reasons: ref('excluded.reasons'),
          }))
          .whereRef('planSummary.number', '<=', 'excluded.number'),
      )
      .execute()
    await noteSummarized(trx, workspaceId, rows)
  })
}
