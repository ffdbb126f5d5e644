import { inWorkspace } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { loadPlans } from './plan-rows.server.ts'
import { type PlanSummary, summaryOf } from './plan-summary.ts'

/** All plans of the workspace with their headlines, in four queries however many; the most urgent first, closed ones last. */
export async function listPlanRows(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: { workspaceId: string },
): Promise<PlanSummary[]> {
  const plans = await inWorkspace(parts.db, actor.workspaceId, (trx) => loadPlans(trx, actor.workspaceId))
  const now = parts.clock.now()
  return plans
    .map((rows) => summaryOf(rows, todayIn(rows.plan.timeZone, now)))
    .sort((a, b) => a.rank - b.rank || (a.row.goalOn < b.row.goalOn ? -1 : 1))
    .map(({ row }) => row)
}

/** The plans whose team a member is on; the lead always is. */
export async function listTeamPlanIds(
  parts: Pick<Parts, 'db'>,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<Set<string>> {
  const rows = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('planTeam')
      .select('planId')
      .where('workspaceId', '=', workspaceId)
      .where('memberId', '=', id)
      .execute(),
  )
  return new Set(rows.map(({ planId }) => planId))
}
