import type { Parts } from '#app/kit/parts.ts'
import { bounds } from '#app/kit/limits.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import type { PlanMaterial } from '#app/plan/view/plan-material.ts'
import { gatherMaterial } from '#app/plan/view/plan-queries.server.ts'
import type { TaskDetails } from '../plan-file/plan-file-of.ts'

type ExportedPlan = { material: PlanMaterial; timeZone: string; details: ReadonlyMap<string, TaskDetails> }

/** A plan as its reader sees it, with the texts that its page does not show. @throws Refusal 404 */
export const getExportedPlan = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  viewer: PlanReader,
  planId: string,
): Promise<ExportedPlan> => {
  const { workspaceId } = viewer.actor
  return parts.reads.in(workspaceId, async (trx) => {
    const plan = trx
      .selectFrom('plan')
      .select('timeZone')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', planId)
      .executeTakeFirstOrThrow()
    const texts = trx
      .selectFrom('task')
      .select(['id', 'description', 'optimisticDays', 'pessimisticDays'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .execute()
    const material = await gatherMaterial(trx, parts, viewer, planId)
    const details = (await texts).map(({ id, description, optimisticDays, pessimisticDays }) => {
      const said: TaskDetails = { description, atBest: optimisticDays, atWorst: pessimisticDays }
      return [id, said] as const
    })
    return { material, timeZone: (await plan).timeZone, details: new Map(details) }
  })
}

/** All plans of a workspace that are not archived, as their list shows them, for a file. */
export const getExportedPlans = (parts: Pick<Parts, 'reads'>, workspaceId: string) =>
  parts.reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
      )
      .leftJoin('planSummary', (join) =>
        join.onRef('planSummary.workspaceId', '=', 'plan.workspaceId').onRef('planSummary.planId', '=', 'plan.id'),
      )
      .select(['plan.project', 'plan.state', 'plan.criticalDate', 'plan.winBy'])
      .select(['account.name as account', 'member.name as lead'])
      .select(['planSummary.headline', 'planSummary.stateWords', 'planSummary.goal', 'planSummary.goalOn'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.archivedAt', 'is', null)
      .orderBy('planSummary.rank')
      .orderBy('planSummary.goalOn')
      .orderBy('plan.id')
      .limit(bounds.fileRows)
      .execute(),
  )

export type ExportedPlanRow = Awaited<ReturnType<typeof getExportedPlans>>[number]
