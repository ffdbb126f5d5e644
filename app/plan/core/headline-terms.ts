import type { PlanTerms } from './compute-plan.ts'

/** What the headline's words need besides the dates. */
export type HeadlineTerms = PlanTerms & {
  criticalReason: string
  ifMissed: string | null
  workspace: string
  account: string
  winStatement: string
}
