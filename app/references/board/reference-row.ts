import type { ReferenceAnswer } from '../reference-answer.ts'
import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'

export type ReferenceRow = {
  planId: string
  account: string
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
  }
  /** The words that a consent on hold was given for; null for every other answer. */
  agreedFor: { statement: string; unit: string; baseline: number; measured: number } | null
}
