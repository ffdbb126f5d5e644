import type { PlanState } from '#app/plan/core/stages.ts'
import type { PlanStatus } from '#app/plan/summary/listed-plan.ts'
import type { QuestionLine } from '#app/talk/questions/questions-view.ts'
import type { CapabilityStage } from './capability-stage.ts'

export const accountParts = ['plans', 'questions', 'people', 'capabilities', 'wins'] as const
export type AccountPart = (typeof accountParts)[number]

/** A page of a part of an account. */
export type PartPage<Row> = { rows: Row[]; total: number; page: number; pages: number }

export type AccountPlan = {
  id: string
  project: string
  state: PlanState
  isArchived: boolean
  lead: string
  /** How it stands today; null until that is computed. */
  status: PlanStatus | null
  /** Where a question that is asked by phone is noted; null where nothing is asked any longer. */
  logQuestion: string | null
}

export type AccountPerson = {
  id: string
  name: string
  jobTitle: string | null
  seats: { planId: string; project: string; role: string }[]
  logQuestion: string | null
}

export type AccountCapability = {
  id: string
  planId: string
  project: string
  need: string
  askedBy: string | null
  /** How much of it, in which edition. */
  extent: string[]
  stage: CapabilityStage
}

export type AccountQuestion = QuestionLine & { planId: string }

export type AccountWin = {
  id: string
  planId: string
  project: string
  statement: string
  measure: string
  unit: string
  baseline: number
  measured: number
  confirmedOn: string
}

/** An account with what the vendor's people know of it; a part that is not shown is null. */
export type AccountView = {
  id: string
  name: string
  logo: string | null
  facts: string[]
  today: string
  plans: PartPage<AccountPlan> | null
  people: PartPage<AccountPerson> | null
  capabilities: PartPage<AccountCapability> | null
  questions: PartPage<AccountQuestion> | null
  wins: PartPage<AccountWin> | null
}
