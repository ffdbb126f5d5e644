import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'

/** One thing recorded about a person, on one plan. */
export type OnPlan = {
  planId: string
  /** The plan with its account. */
  plan: string
  /** Whether the person can open the page on which it is changed. */
  mayChange: boolean
}

/** What discovery noted about a person and showed to them; `updating` while the vendor changes it. */
export type HeardRecord = OnPlan & {
  situationId: string
  issue: string | null
  state: 'updating' | 'to confirm' | 'confirmed'
  confirmedOn: string | null
}

/** A win that the person confirmed. */
export type WinRecord = OnPlan & {
  id: string
  isFirst: boolean
  statement: string
  unit: string
  baseline: number
  measured: number
  confirmedOn: string | null
}

/** Where something that the person agreed to was used, as a member noted it. */
export type ReferenceUseRecord = { id: string; kind: string; on: string; by: string; what: string }

/** What the person said about being a reference. */
export type ConsentRecord = OnPlan & {
  answer: ReferenceAnswer
  kinds: ReferenceKind[]
  quote: string | null
  callsPerQuarter: number | null
  never: readonly string[]
  until: string | null
  answeredOn: string | null
  uses: ReferenceUseRecord[]
}

/** A page that anyone can read while its link is on: a victory card that names the person, or their note to management. */
export type ShareableRecord = OnPlan & { isShared: boolean }

/** How much there is of what the person wrote or works on. */
export type RecordCounts = { tasks: number; comments: number; questions: number; measurements: number }

export type OwnRecord = {
  name: string
  email: string
  jobTitle: string | null
  plans: { id: string; title: string }[]
  heard: HeardRecord[]
  wins: WinRecord[]
  consents: ConsentRecord[]
  /** Those that name them, and those that they took their own name off. */
  cards: (ShareableRecord & { hasLeft: boolean })[]
  notes: ShareableRecord[]
  counts: RecordCounts
  /** When they asked to be erased, in the workspace's time zone. */
  askedOn: string | null
}
