import type { ReferenceKind } from './reference-words.ts'

export type ConsentValues = {
  kinds: readonly ReferenceKind[]
  callsPerQuarter: number | null
  quoteText: string
  until: string
  note: string
}
