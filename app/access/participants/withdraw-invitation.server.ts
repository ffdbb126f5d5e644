import { participantInput } from '../model.ts'
import { getSeat, hasActed } from './seats.server.ts'
import { removeFromPlan } from './remove-from-plan.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { participantRefusals } from './participant-words.ts'

/**
 * Withdraws an unused invitation, the champion's too until a champion has joined, for example after a mistyped address. Its
 * link stops working at once. An invitation is used once the person has opened the plan or done anything on it, by any link.
 */
export const withdrawInvitation = defineCommand({
  name: 'take-back-invitation',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, workspaceId, row, input } = context
    const { participantId } = input
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    // What was before an earlier removal says nothing of this seat.
    if (seat.joinedAt || (await hasActed(trx, { workspaceId, planId: row.id, participantId }, seat.invitedAt)))
      throw fieldRefusal('participantId', participantRefusals.hasJoined(seat.name))
    if (seat.role === 'champion' && row.championJoinedAt)
      throw fieldRefusal('participantId', participantRefusals.madeChampion(seat.name))
    await removeFromPlan(context, seat, 'invitation taken back')
    return { participantId }
  },
})
