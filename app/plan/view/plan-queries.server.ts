import type { WorkspaceReading } from '#db/reading.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { sideOf, sightOf } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import { latestBaseline, findLastChanges } from './find-agreed-changes.server.ts'
import { type PlanMaterial, type PlanViewReader, materialFor } from './plan-material.ts'
import { findEnding } from './find-ending.server.ts'
import { loadPlan } from '../core/plan-rows.server.ts'
import { findPlanFacts } from './find-plan-facts.server.ts'

type Asked = Pick<Parts, 'reads' | 'clock'>

const readerOf = ({ actor, standings }: PlanReader): PlanViewReader => ({
  id: actor.id,
  name: actor.name,
  side: sideOf(actor),
  sight: sightOf(standings),
  standings,
})

/** What the plan's view is computed from, cut to this reader and without advice, in six queries and two round trips at most. @throws Refusal 404 */
export const getPlanMaterial = (parts: Asked, viewer: PlanReader, planId: string): Promise<PlanMaterial> =>
  parts.reads.in(viewer.actor.workspaceId, (trx) => gatherMaterial(trx, parts, viewer, planId))

/** As `getPlanMaterial`, within a transaction and so with what it has changed. @throws Refusal 404 */
export async function gatherMaterial(
  trx: WorkspaceReading,
  { clock }: Pick<Parts, 'clock'>,
  viewer: PlanReader,
  planId: string,
): Promise<PlanMaterial> {
  const { workspaceId } = viewer.actor
  const reader = readerOf(viewer)
  const where = { workspaceId, planId }
  const [rows, baseline, said] = await Promise.all([
    loadPlan(trx, workspaceId, planId),
    latestBaseline(trx, where),
    findPlanFacts(trx, where, reader),
  ])
  if (!rows || !said) throw notFound()
  const { timeZone, termsVersion } = rows.plan
  const today = todayIn(timeZone, clock.now())
  const hasChanged = baseline !== null && baseline.termsVersion !== termsVersion
  const [lastChanges, ending] = await Promise.all([
    hasChanged
      ? findLastChanges(trx, workspaceId, [{ planId, timeZone, since: baseline.createdAt }], reader.sight)
      : new Map(),
    findEnding(trx, where, rows.plan, reader.sight),
  ])
  return materialFor({ rows, reader, today, ...said(timeZone, today), baseline, lastChanges, ending })
}
