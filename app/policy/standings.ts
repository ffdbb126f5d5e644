import type { Standing } from './policy.ts'
import type { MemberRole, ParticipantRole } from './roles.ts'

/** A member's standings in the whole workspace. */
export const standingsOfMember = (roles: readonly MemberRole[]): Set<Standing> =>
  new Set<Standing>(['member', ...roles])

/** A participant's standings on a plan. */
export function standingsOfSeat({ role, mayConfirm, acceptedAt }: SeatState): Set<Standing> {
  if (acceptedAt === null) return new Set([role === 'viewer' ? 'waiting viewer' : 'waiting contributor'])
  return new Set<Standing>([role, ...(mayConfirm ? (['confirmer'] as const) : [])])
}

/** Whether a participant has left a plan, and how it stands. */
type SeatNow = SeatState & { removedAt: Date | null; state: string; archivedAt: Date | null }

/**
 * A participant's standings on a plan as it is now: none once they have left it or it is archived, but that the champion of a won one may withdraw
 * a consent at any time.
 */
export function standingsOfSeatNow({ removedAt, state, archivedAt, ...seat }: SeatNow): Set<Standing> {
  if (removedAt !== null) return new Set()
  if (archivedAt === null) return standingsOfSeat(seat)
  return new Set<Standing>(state === 'won' && seat.role === 'champion' ? ['consenter'] : [])
}

export type SeatState = { role: ParticipantRole; mayConfirm: boolean; acceptedAt: Date | null }
