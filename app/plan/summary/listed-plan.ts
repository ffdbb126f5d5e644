import type { PlanSummary } from './plan-summary.ts'
import type { PlanState } from '../core/stages.ts'

/** Which plans a member wants to see: all that are not archived when nothing is set, only archived ones with `archived`. */
export type PlansFilter = { state: PlanState | null; late: boolean; mine: boolean; archived: boolean }

/** One plan at a glance, for a member. */
export type ListedPlan = {
  id: string
  account: string
  project: string
  state: PlanState
  archived: boolean
  lead: string
  /** How it stands today; null until that is computed. */
  status: PlanStatus | null
}

export type PlanStatus = Omit<PlanSummary, 'rank'>
