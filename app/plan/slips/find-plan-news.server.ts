import type { Parts } from '#app/kit/parts.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type PlanRows, scheduleOf } from '../core/compute-plan.ts'
import { loadPlan } from '../core/plan-rows.server.ts'
import type { PlanState } from '../core/stages.ts'
import { adviceWords } from '../view/advice-words.ts'
import { findAdvice } from '../what-if/find-advice.ts'
import { type PlanStanding, type RememberedStanding, type Slip, standingNews } from './plan-standing.ts'

/** How a plan stands, as the look found it. */
export type FoundStanding = {
  planId: string
  standing: PlanStanding
  /** As it is now, on the day of the last look. */
  then: PlanStanding
  state: PlanState
  today: IsoDate
  gates: ReadonlyMap<string, string>
}

/** What happened to a plan since the last look at it. */
export type PlanNews = {
  planId: string
  workspace: string
  account: string
  project: string
  /** Go-live before the first win. */
  slips: Slip[]
  /** What would keep the dates. */
  advice: string[]
  opened: string[]
}

/** What a look at plans comes to: what people are told, and what is remembered of each plan. */
export type LookedAt = { news: PlanNews[]; remember: Map<string, RememberedStanding> }

/**
 * Compares plans with what was remembered of the last look at them. Where a date slipped, what would keep it is found beside the event
 * loop, in the words that both sides may read.
 */
export async function findPlanNews(
  parts: Pick<Parts, 'reads' | 'computations' | 'clock'>,
  workspaceId: string,
  found: readonly FoundStanding[],
  remembered: ReadonlyMap<string, RememberedStanding>,
): Promise<LookedAt> {
  const news: PlanNews[] = []
  const remember = new Map<string, RememberedStanding>()
  for (const { planId, standing: now, then, state, today, gates } of found) {
    const tells = state === 'agreed' || state === 'under way'
    const compared = standingNews({ before: remembered.get(planId) ?? null, now, then, today, tells, gates })
    remember.set(planId, compared.remember)
    const { slips, opened } = compared
    if (slips.length === 0 && opened.length === 0) continue
    const rows = await parts.reads.in(workspaceId, (trx) => loadPlan(trx, workspaceId, planId))
    if (!rows) continue
    const { workspace, account, project } = rows.plan
    const advice = slips.length > 0 ? await adviceFor(parts, rows) : []
    news.push({ planId, workspace, account, project, opened, slips, advice })
  }
  return { news, remember }
}

/** What would keep the date, as both sides read it: no word of what one of them keeps to itself. */
async function adviceFor(
  { computations, clock }: Pick<Parts, 'computations' | 'clock'>,
  rows: PlanRows & { plan: { timeZone: string } & Parameters<typeof adviceWords>[0]['rows']['plan'] },
): Promise<string[]> {
  const today = todayIn(rows.plan.timeZone, clock.now())
  const advice = await computations.run('jobs', findAdvice, { rows, today })
  const question = { rows, schedule: scheduleOf(rows, today), today, sight: 'shared' as const }
  return advice.map((change) => adviceWords(question, change))
}
