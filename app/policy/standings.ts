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

/** Whether a participant has left a plan, how it stands, and whether the consent to a reference is theirs. */
type SeatNow = SeatState & { removedAt: Date | null; state: string; archivedAt: Date | null; gaveConsent: boolean }

/**
 * A participant's standings on a plan as it is now: none once they have left it or it is archived, but that who gave a consent, and the champion of a
 * won plan, may withdraw it at any time.
 */
export function standingsOfSeatNow({ removedAt, state, archivedAt, gaveConsent, ...seat }: SeatNow): Set<Standing> {
  const isOnPlan = removedAt === null
  const standings = isOnPlan && archivedAt === null ? standingsOfSeat(seat) : new Set<Standing>()
  const leads = isOnPlan && seat.role === 'champion'
  if (leads ? state === 'won' && archivedAt !== null : gaveConsent) standings.add('consenter')
  return standings
}

export type SeatState = { role: ParticipantRole; mayConfirm: boolean; acceptedAt: Date | null }
