import type { PieceKind } from '#app/runner/events/reference-kinds.ts'

/** Replaced: a newer version was sent or approved. Ended: the consent that it rested on has ended. */
export const pieceStates = ['draft', 'sent', 'approved', 'sent back', 'replaced', 'ended'] as const
export type PieceState = (typeof pieceStates)[number]

/** One version of a piece; once it was sent its words never change. */
export type PieceVersion = {
  version: number
  text: string
  state: PieceState
  /** The member who wrote it. */
  by: string
  /** Days in the plan's time zone. */
  writtenOn: string
  sentOn: string | null
  answeredOn: string | null
  /** Who approved it or sent it back. */
  answeredBy: string | null
  reason: string | null
}

/** Whether a version holds words that someone no longer stands by: no one begins with a withdrawn quote again. */
export const isWithdrawn = (kind: PieceKind, { state }: { state: string }): boolean =>
  kind === 'quote' && state === 'ended'
