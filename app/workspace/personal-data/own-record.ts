import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import type { ConsentEntry } from '#app/references/consent/consent-entry.ts'
import type { RequestStanding } from '#app/references/library/call-rules.ts'
import type { PieceState } from '#app/references/pieces/piece-version.ts'
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
  mayWithdraw: boolean
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
  /** The champion by name, who can change it where the person can't; null where the plan is closed to the person. */
  champion: string | null
}

/** Where something that the person agreed to was used, as a member noted it. */
export type ReferenceUseRecord = { id: string; kind: string; on: string; by: string; what: string }

/** A text about the win that the person answered, or that waits for them. */
export type OwnTextRecord = {
  id: string
  kind: PieceKind
  state: PieceState
  answeredOn: string | null
  reason: string | null
  /** Whether it waits for the person, and they can open it. */
  mayAnswer: boolean
}

/** A call or talk that the person was asked for. */
export type OwnCallRecord = {
  id: string
  what: string
  deal: string
  by: string
  standing: RequestStanding
  when: string | null
}

/** One entry of what the person agreed to over time. */
export type OwnConsentEntry = { id: string; answer: ConsentEntry['answer']; said: readonly string[]; on: string }

/** What the person said about being a reference. */
export type ConsentRecord = OnPlan & {
  /** How it stands; where someone else has answered since, that of the person is in the history. */
  answer: ReferenceAnswer | 'by another'
  kinds: ReferenceKind[]
  quote: string | null
  callsPerQuarter: number | null
  never: readonly string[]
  until: string | null
  answeredOn: string | null
  uses: ReferenceUseRecord[]
  texts: OwnTextRecord[]
  calls: OwnCallRecord[]
  history: OwnConsentEntry[]
}

/** A page that anyone can read while its link is on: a victory card that names the person, or their note to management. */
export type ShareableRecord = OnPlan & { isShared: boolean }

export type OwnCardRecord = ShareableRecord & {
  /** Whether they took their own name off it. */
  hasLeft: boolean
  /** Whether they can do that, and put it back. */
  mayLeave: boolean
}

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
  /** Plans whose champion named them as the person who approves each use of the reference. */
  approves: OnPlan[]
  /** Those that name them, and those that they took their own name off. */
  cards: OwnCardRecord[]
  notes: ShareableRecord[]
  counts: RecordCounts
  /** When they asked to be erased, in the workspace's time zone. */
  askedOn: string | null
}
