import type { IsoDate } from '#app/schedule/model.ts'
import type { PlanSummary } from './plan-summary.ts'
import type { PlanState, Stage } from '../core/stages.ts'

/** Which plans a member wants to see: all that are not archived when nothing is set, only archived ones with `archived`. */
export type PlansFilter = {
  state: PlanState | null
  stage: Stage | null
  late: boolean
  mine: boolean
  archived: boolean
}

/** Where a plan stands in the list: its rank, the day of its goal, and itself. */
export type PlanPlace = { rank: number; goalOn: IsoDate; planId: string }

/** Which page of the list: the rows after a plan's place, or those before it; the first without either. */
export type PlansPage = { after: PlanPlace } | { before: PlanPlace } | null

/** One plan at a glance, for a member. */
export type ListedPlan = {
  id: string
  account: string
  project: string
  state: PlanState
  archived: boolean
  lead: string
  /** How it stands today; null until that is computed. */
  status: ListedStatus | null
  /** What everyone waits for and who does it; null where nothing is open, and while that is computed. */
  next: NextTask | null
}

export type NextTask = { title: string; owner: string | null }

/** What is said of a plan wherever it is listed. */
export type PlanStatus = Pick<PlanSummary, 'stateWords' | 'tone' | 'goal' | 'goalOn'>

/** What the list of plans says besides. */
export type ListedStatus = PlanStatus & Pick<PlanSummary, 'headline' | 'stage' | 'reasons'>
