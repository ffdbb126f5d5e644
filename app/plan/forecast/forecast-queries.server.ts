import type { WorkspaceReading } from '#db/reading.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { type Sight, sightOf } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import { isOverloaded } from '#app/kit/computations.ts'
import { makeMemory } from '#app/kit/make-memory.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { PlanNow } from '#app/runner/standing.server.ts'
import { loadPlan } from '../core/plan-rows.server.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type ForecastInput, type StoredSpreads, forecastInput } from './forecast-input.ts'
import { computeForecast } from './run-forecast.ts'
import type { ForecastOfPlan } from './forecast-of-plan.ts'
import { forecastWords } from './forecast-words.ts'

type Asked = Pick<Parts, 'reads' | 'clock'>

/** By plan, change and day; sentences are small, runs are not free. */
const recall = makeMemory<string[]>(200)

/** What the vendor's forecast is computed from; null where nothing is left to foresee. For members only. @throws Refusal 404 */
export const getForecastInput = (
  parts: Asked,
  { actor, standings }: PlanReader,
  planId: string,
): Promise<ForecastInput | null> =>
  parts.reads.in(actor.workspaceId, (trx) => gatherInput(trx, parts, actor.workspaceId, planId, sightOf(standings)))

async function gatherInput(
  trx: WorkspaceReading,
  { clock }: Pick<Parts, 'clock'>,
  workspaceId: string,
  planId: string,
  sight: Sight,
): Promise<ForecastInput | null> {
  const rows = await loadPlan(trx, workspaceId, planId)
  if (!rows) throw notFound()
  const spreads = await loadSpreads(trx, workspaceId, planId)
  return forecastInput(rows, spreads, todayIn(rows.plan.timeZone, clock.now()), sight)
}

async function loadSpreads(trx: WorkspaceReading, workspaceId: string, planId: string): Promise<StoredSpreads> {
  const rows = await trx
    .selectFrom('task')
    .select(['id', 'optimisticDays', 'pessimisticDays'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
  return new Map(
    rows.flatMap(({ id, optimisticDays, pessimisticDays }) =>
      optimisticDays === null || pessimisticDays === null
        ? []
        : [[id, { optimistic: optimisticDays, pessimistic: pessimisticDays }]],
    ),
  )
}

/**
 * For the plan page, whose `material` was read: its latest change and its day say whether what was computed for the customer still holds.
 * @returns also whether there was time to compute it
 */
export async function getForecastOnPlan(
  parts: Asked & Pick<Parts, 'computations'>,
  { actor, standings, planId, plan }: PlanReader & { planId: string; plan: PlanNow },
  { forecastShared: shared, today }: Pick<PlanMaterial, 'forecastShared' | 'today'>,
): Promise<{ forecast: ForecastOfPlan; isWhole: boolean }> {
  const forecast = { shared, mayShare: mayOnPlanAsItStands('share-forecast', standings, plan), sentences: [] }
  if (!shared || actor.kind === 'member') return { forecast, isWhole: true }
  // Titles of private tasks are named to those alone who see them.
  const key = `${planId} ${plan.number} ${today} ${sightOf(standings)}`
  // Another request may be computing it: nothing is held while waiting for that.
  await parts.reads.end()
  const sentences = await recall(key, async () => {
    const input = await getForecastInput(parts, { actor, standings }, planId)
    await parts.reads.end()
    const found = input && (await parts.computations.run('people', computeForecast, input))
    return found ? forecastWords(found) : []
  }).catch((error: unknown) => {
    if (isOverloaded(error)) return null
    throw error
  })
  return { forecast: { ...forecast, sentences: sentences ?? [] }, isWhole: sentences !== null }
}
