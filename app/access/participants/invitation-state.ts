import type { BlockReason } from '#app/outbox/goes-all-the-same.ts'

/** How far an invitation came, and on which day. */
export type InvitationState = 'waiting' | 'sent' | 'delivered' | 'failed'

/** Whether someone was reached: their newest invitation, and what they did since. Days are `YYYY-MM-DD`. */
export type PersonReach = {
  blocked: BlockReason | null
  invitation: { state: InvitationState; on: string } | null
  openedOn: string | null
  seenOn: string | null
}

/** What a stored notice says of its email; null for one that was never meant to leave. */
export function invitationState(state: string, deliveredAt: Date | null): InvitationState | null {
  if (deliveredAt !== null) return 'delivered'
  if (state === 'waiting' || state === 'sent') return state
  return state === 'failed' || state === 'set-aside' ? 'failed' : null
}
