import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { mayNow } from '#app/runner/plan-end.ts'
import { sideOf } from '#app/access/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import { loadPlan } from '#app/plan/plan-rows.server.ts'
import type { PlanReader } from '#app/plan/queries.server.ts'
import { type ForecastInput, type StoredSpreads, forecastInput } from './input.ts'
import { recall } from './recall.server.ts'
import { runForecast } from './run-forecast.ts'
import { forecastWords } from './words.ts'

type Asked = Pick<Parts, 'db' | 'clock'>

/** What the vendor's forecast is computed from; null where nothing is left to foresee. For members only. @throws Refusal 404 */
export const getForecastInput = (parts: Asked, { actor }: PlanReader, planId: string): Promise<ForecastInput | null> =>
  inWorkspace(parts.db, actor.workspaceId, (trx) => gatherInput(trx, parts, actor, planId))

async function gatherInput(
  trx: WorkspaceTransaction,
  { clock }: Pick<Parts, 'clock'>,
  actor: PlanReader['actor'],
  planId: string,
): Promise<ForecastInput | null> {
  const rows = await loadPlan(trx, actor.workspaceId, planId)
  if (!rows) throw notFound()
  const spreads = await loadSpreads(trx, actor.workspaceId, planId)
  return forecastInput(rows, spreads, todayIn(rows.plan.timeZone, clock.now()), sideOf(actor))
}

async function loadSpreads(trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<StoredSpreads> {
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

/** What the plan page says of the forecast: whether the customer may read it, and to the customer the sentences alone. */
export type ForecastStanding = { shared: boolean; mayShare: boolean; sentences: string[] }

/**
 * @param number the plan's latest change: with the day it says whether what was computed for the customer still holds
 */
export async function getForecastStanding(
  parts: Asked,
  { actor, standings }: PlanReader,
  planId: string,
  number: number,
): Promise<ForecastStanding> {
  return inWorkspace(parts.db, actor.workspaceId, async (trx) => {
    const plan = await trx
      .selectFrom('plan')
      .select(['forecastSharedAt', 'timeZone', 'state', 'archivedAt'])
      .where('workspaceId', '=', actor.workspaceId)
      .where('id', '=', planId)
      .executeTakeFirst()
    const shared = plan !== undefined && plan.forecastSharedAt !== null
    const mayShare = plan !== undefined && mayNow('share-forecast', standings, plan)
    if (!shared || actor.kind === 'member') return { shared, mayShare, sentences: [] }
    const key = `${planId} ${number} ${todayIn(plan.timeZone, parts.clock.now())}`
    const sentences = await recall(key, async () => {
      const input = await gatherInput(trx, parts, actor, planId)
      const found = input && runForecast(input)
      return found ? forecastWords(found) : []
    })
    return { shared, mayShare, sentences }
  })
}
