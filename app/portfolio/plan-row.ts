import type { PlanState } from '#app/plan/core/stages.ts'

export type PlanRow = {
  id: string
  account: string
  project: string
  state: PlanState
  archived: boolean
  /** The one sentence of the plan's headline. */
  headline: string
  /** How the goal stands, in words: "6 days buffer", "no buffer", "3 days late", "first win confirmed". */
  stateWords: string
  tone: 'calm' | 'tight' | 'late' | 'won'
  /** The goal that counts now: "Live" or "First win", and its day. */
  goal: string
  goalOn: string
  lead: string
}
