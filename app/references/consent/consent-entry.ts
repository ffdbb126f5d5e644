import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'

/** One entry in the history of a plan's consents. */
export type ConsentEntry = {
  id: string
  answer: 'given' | 'changed' | 'withdrawn'
  /** The sentences as they were shown; none where consent was withdrawn. */
  said: readonly string[]
  kinds: readonly ReferenceKind[]
  /** Who answered; null where no one is left to name. */
  by: string | null
  /** The day and the time, in the plan's time zone. */
  on: string
  time: string
}
