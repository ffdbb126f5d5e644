import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'

export type ConsentValues = {
  kinds: readonly ReferenceKind[]
  callsPerQuarter: number | null
  quoteText: string
  until: string
  note: string
  never: readonly string[]
  /** Who must approve each use; empty for no one. */
  approverId: string
}
