import { participantInput } from '../model.ts'
import { getSeat, hasActed } from './seats.server.ts'
import { removeFromPlan } from './remove-from-plan.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'

/**
 * Takes an invitation back that no one has used, the champion's too until a champion has joined: a mistyped address must not keep the
 * plan's key. Its link opens no more from that moment on. Who has opened the plan or done anything on it has used it, by whatever link they came in.
 */
export const takeBackInvitation = defineCommand({
  name: 'take-back-invitation',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, workspaceId, row, input } = context
    const { participantId } = input
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    // What was before an earlier removal says nothing of this seat.
    if (seat.joinedAt || (await hasActed(trx, { workspaceId, planId: row.id, participantId }, seat.invitedAt)))
      throw fault('participantId', `${seat.name} has joined. Remove ${seat.name} instead.`)
    if (seat.role === 'champion' && row.championJoinedAt)
      throw fault('participantId', `${seat.name} was made champion by the customer. Only the customer can change that.`)
    await removeFromPlan(context, seat, 'invitation taken back')
    return { participantId }
  },
})
