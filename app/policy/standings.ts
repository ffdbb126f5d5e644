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

export type SeatState = { role: ParticipantRole; mayConfirm: boolean; acceptedAt: Date | null }
