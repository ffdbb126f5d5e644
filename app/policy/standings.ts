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

/** Whether a participant ever joined a plan and has left it, how it stands, and whether the consent to a reference is theirs. */
type SeatNow = SeatState & {
  joinedAt: Date | null
  removedAt: Date | null
  state: string
  archivedAt: Date | null
  gaveConsent: boolean
}

/**
 * A participant's standings on a plan as it is now: once they have left it or it is archived, who had joined it may read and take back what is kept of them, and who
 * gave a consent, and the champion of a won plan, may withdraw it at any time.
 */
export function standingsOfSeatNow({
  joinedAt,
  removedAt,
  state,
  archivedAt,
  gaveConsent,
  ...seat
}: SeatNow): Set<Standing> {
  const isOnPlan = removedAt === null
  const standings =
    isOnPlan && archivedAt === null ? standingsOfSeat(seat) : new Set<Standing>(joinedAt ? ['former'] : [])
  const leads = isOnPlan && seat.role === 'champion'
  if (leads ? state === 'won' && archivedAt !== null : gaveConsent) standings.add('consenter')
  return standings
}

/** What someone is on a plan that is closed to them: for lines of the policy that name it, and for no other. */
export const closedStandings: readonly Standing[] = ['consenter', 'former']

export type SeatState = { role: ParticipantRole; mayConfirm: boolean; acceptedAt: Date | null }
