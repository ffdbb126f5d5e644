import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import type { DealOutcome, NoCalls, RequestStanding } from './call-rules.ts'
import type { Speaker } from '../pieces/shown-quote.ts'
import type { Facet } from './library-filter.ts'

/** A reference that may be used, as members see it: only what the customer agreed to. */
export type LibraryEntry = {
  planId: string
  account: string
  project: string
  measure: string
  unit: string
  baseline: number
  measured: number
  industry: string | null
  region: string | null
  companySize: string | null
  language: string | null
  product: string | null
  capabilities: string[]
  /** The same in one line, as they were typed. */
  capabilityLine: string
  kinds: readonly ReferenceKind[]
  /** The approved words, and who says them. */
  quote: string | null
  quoteBy: Speaker | null
  caseStudy: string | null
  /** Whether the picture of the logo was given. */
  hasLogo: boolean
  until: string | null
  note: string | null
  never: readonly string[]
  /** Who must approve each use, by name; null for no one. */
  approver: string | null
  /** Whether that is the champion, whose answer to a request is the approval. */
  isApproverChampion: boolean
  /** Whether that person is no longer on the plan, so that nothing can be approved. */
  approverLeft: boolean
  /** None where no call or talk can be requested. */
  calls: { left: number; allowed: number } | null
  /** Why not; null where they can. */
  whyNoCalls: NoCalls | null
}

/** A reference on its own page. */
export type OpenedEntry = LibraryEntry & {
  /** The case study as its Markdown reads. */
  caseHtml: string | null
}

/** The values that there are of each facet. */
export type FacetValues = { [Each in Facet]: string[] }

export type RequestView = {
  id: string
  planId: string
  account: string
  what: string
  deal: string
  why: string
  by: string
  standing: RequestStanding
  /** In words, in the reader's zone: the chosen one, else all three. */
  times: readonly { at: string; words: string; isPast: boolean }[]
  answer: string | null
  outcome: DealOutcome | null
  hasCalendarFile: boolean
  isOwn: boolean
}
