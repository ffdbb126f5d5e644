import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'
import { readWorkspace } from '#db/reading.ts'
import { storeComputed } from '#db/workspace.ts'
import { type DayInZone, dayIn } from '#app/kit/clock.ts'
import type { Queue } from '#app/kit/computations.ts'
import { summaryRefreshBounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readApart } from '#app/kit/reads.server.ts'
import { planBatches } from '../core/plan-batches.server.ts'
import { loadPlans } from '../core/plan-rows.server.ts'
import { type PlanSummary, summarizePlans, summaryVersion } from './plan-summary.ts'
import { isCurrent, latestNumber, summarizedPlans } from './summarized-plans.server.ts'

type Needs = Pick<Parts, 'db' | 'clock' | 'computations'>

/** Runs of this process, by workspace: people who open the list at the same time wait for one. */
const running = new Map<string, Promise<boolean>>()

/**
 * Computes how plans stand that were changed, or were last looked at on another day, the most urgent first, and stores it. One run is bounded
 * (`refreshing`), so that a page can wait for it. What was committed before the call is taken into account, unless there is too much.
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

/** Refreshes a workspace's summaries until all are current. For the worker. */
export async function refreshAllSummaries(parts: Needs, workspaceId: string): Promise<void> {
  for (let round = 0; round < summaryRefreshBounds.rounds; round++)
    if (!(await refreshSome(parts, workspaceId, 'jobs'))) return
}

async function refreshSome(parts: Needs, workspaceId: string, queue: Queue): Promise<boolean> {
  const { db, computations } = parts
  const stale = await listStale(parts, workspaceId)
  const groups = await planBatches(readApart(db), workspaceId, [...stale.keys()])
  const made: Made[] = []
  for (const planIds of groups.slice(0, summaryRefreshBounds.groups)) {
    const plans = await readWorkspace(db, workspaceId, (trx) => loadPlans(trx, workspaceId, planIds))
    const asked = plans.flatMap((rows) => {
      const found = stale.get(rows.plan.id)
      return found ? [{ rows, found }] : []
    })
    const summaries = await computations.run(
      queue,
      summarizePlans,
      asked.map(({ rows, found }) => ({ rows, today: found.day })),
    )
    for (const [at, { rows, found }] of asked.entries()) {
      const summary = summaries[at]
      if (summary) made.push({ ...found, account: rows.plan.account, summary })
    }
  }
  await store(db, workspaceId, made)
  return stale.size === summaryRefreshBounds.plans || groups.length > summaryRefreshBounds.groups
}

/** A plan whose summary is no longer current, and the day that it is to be computed for. */
type Stale = DayInZone & { planId: string; number: number }

type Made = Stale & { account: string; summary: PlanSummary }

async function listStale({ db, clock }: Needs, workspaceId: string): Promise<Map<string, Stale>> {
  const now = clock.now()
  const rows = await readWorkspace(db, workspaceId, (trx) =>
    summarizedPlans(trx, workspaceId)
      .select(['plan.id as planId', 'plan.timeZone', latestNumber.as('number')])
      .where(isCurrent(now), '=', false)
      .orderBy(sql`plan.archived_at is not null`)
      .orderBy('planSummary.rank', (order) => order.asc().nullsFirst())
      .orderBy('planSummary.goalOn')
      .orderBy('plan.id')
      .limit(summaryRefreshBounds.plans)
      .execute(),
  )
  const zones = new Map<string, DayInZone>()
  const dayOf = (timeZone: string) => {
    const day = zones.get(timeZone) ?? dayIn(timeZone, now)
    zones.set(timeZone, day)
    return day
  }
  return new Map(rows.map(({ planId, number, timeZone }) => [planId, { planId, number, ...dayOf(timeZone) }]))
}

/** In the order of their ids, so that two processes that store the same plans do not wait for each other in a circle. */
async function store(db: Database, workspaceId: string, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return
  const rows = [...made]
    .sort((a, b) => (a.planId < b.planId ? -1 : 1))
    .map(({ planId, number, from, until, account, summary }) => ({
      ...{ workspaceId, planId, number, validFrom: from, validUntil: until, accountName: account },
      ...{ version: summaryVersion, ...summary },
    }))
  await storeComputed(db, workspaceId, (trx) =>
    trx
      .insertInto('planSummary')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['workspaceId', 'planId']).doUpdateSet(({ ref }) => ({
          number: ref('excluded.number'),
          validFrom: ref('excluded.validFrom'),
          validUntil: ref('excluded.validUntil'),
          accountName: ref('excluded.accountName'),
          version: ref('excluded.version'),
          rank: ref('excluded.rank'),
          headline: ref('excluded.headline'),
          stateWords: ref('excluded.stateWords'),
          tone: ref('excluded.tone'),
          goal: ref('excluded.goal'),
          goalOn: ref('excluded.goalOn'),
        })),
      )
      .execute(),
  )
}
