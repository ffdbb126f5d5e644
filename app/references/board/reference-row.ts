import type { ReferenceAnswer } from '../reference-answer.ts'
import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import type { Speaker } from '../pieces/shown-quote.ts'
import type { BoardState, NextAct } from './board-state.ts'

export type ReferenceRow = {
  planId: string
  account: string
  industry: string | null
  region: string | null
  project: string
  statement: string
  measure: string
  unit: string
  baseline: number
  target: number
  measured: number
  targetMet: boolean
  confirmedBy: string
  /** Where the confirming person gets their mail. */
  confirmedFrom: { domain: string; isPersonal: boolean }
  confirmedOn: string
  answer: ReferenceAnswer
  kinds: readonly ReferenceKind[]
  limits: {
    callsPerQuarter: number | null
    until: string | null
    note: string | null
    never: readonly string[]
    approver: string | null
    /** Whether that person is no longer on the plan, so that nothing can be approved. */
    approverLeft: boolean
  }
  /** The words that a consent on hold was given for; null for every other answer. */
  agreedFor: { statement: string; unit: string; baseline: number; measured: number } | null
  state: BoardState
  /** Days in the state. */
  age: number
  /** The day on which it came into the state. */
  since: string
  next: NextAct
  /** Whether a logo was agreed to and not given. */
  isLogoMissing: boolean
  /** The member of marketing who is in charge; null for no one. */
  owner: string | null
  ownerId: string | null
  /** Who leads the plan for the vendor. */
  leadId: string
  /** The champion; null where no one leads the plan for the customer any longer. */
  contact: { name: string; email: string } | null
  /** Calls in this quarter. */
  callsUsed: number
  /** The quote that may be shown; null where there is none. */
  quote: string | null
  /** Who says it. */
  quoteBy: Speaker | null
  /** Values in it that were not measured. */
  contradictions: readonly string[]
}
