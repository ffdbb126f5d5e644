import type { PlanTerms } from './compute-plan.ts'

/** What the headline's words need besides the dates. */
export type HeadlineTerms = PlanTerms & {
  /** Null while no one has said it. */
  criticalReason: string | null
  ifMissed: string | null
  workspace: string
  account: string
  winStatement: string | null
}
