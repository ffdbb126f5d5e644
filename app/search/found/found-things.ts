import type { ThingKind } from '../words/thing-kind.ts'
import type { MarkedPart } from './marked-parts.ts'

/** A thing that was found, as the page lists it. */
export type FoundThing = {
  id: string
  /** Where it stands. */
  path: string
  title: MarkedPart[]
  /** Where the words stand, if not in its title. */
  excerpt: MarkedPart[] | null
  /** Whose it is, and how it stands. */
  facts: string[]
  /** Where a question that is asked by phone is noted; null where nothing is asked any longer. */
  logQuestion: string | null
}

/** What was found of one kind. */
export type FoundKind = { kind: ThingKind; things: FoundThing[]; total: number; page: number; pages: number }

/** A word that was taken for others. */
export type Correction = { typed: string; meant: string[] }
