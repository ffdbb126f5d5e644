import { inWorkspace } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { slackWords } from '#app/ui/words.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { goalNow } from './goal.ts'
import { headlineFor } from './headline.ts'
import type { PlanState } from './stages.ts'
import { scheduleOf } from './network.ts'
import { type StoredRows, loadPlans } from './plan-rows.server.ts'

/** One plan at a glance, for a member. */
export type PlanSummary = {
  id: string
  account: string
  project: string
  state: PlanState
  archived: boolean
  headline: string
  standing: string
  tone: 'calm' | 'tight' | 'late' | 'won'
  goal: string
  goalOn: IsoDate
  lead: string
}

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

function summaryOf(rows: StoredRows, today: IsoDate): { rank: number; row: PlanSummary } {
  const { plan } = rows
  const schedule = scheduleOf(rows, today)
  const { lead, stress } = headlineFor({ rows, schedule, today, side: 'vendor' })
  const goal = goalNow({ rows, schedule })
  const slack = goal ? schedule.datesOf(goal.id).totalSlackDays : 0
  const late = goal ? goal.lateDays > 0 : false
  const won = plan.state === 'won'
  const closed = won || plan.state === 'lost' || plan.archivedAt !== null
  const standing = closed
    ? won
      ? 'first win confirmed'
      : ''
    : late
      ? slackWords(-(goal?.lateDays ?? 0))
      : slackWords(slack)
  return {
    rank: closed ? (won ? 2 : 3) : late ? 0 : 1,
    row: {
      id: plan.id,
      account: plan.account,
      project: plan.project,
      state: plan.state,
      archived: plan.archivedAt !== null,
      headline: `${lead} ${stress}`,
      standing,
      tone: won ? 'won' : closed ? 'calm' : late ? 'late' : slack <= 2 ? 'tight' : 'calm',
      goal: won || goal?.kind === 'win' ? 'First win' : 'Live',
      goalOn: plan.wonOn ?? goal?.by ?? plan.criticalDate,
      lead: plan.leadName,
    },
  }
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
