import { participantInput } from '../model.ts'
import { getSeat } from './seats.server.ts'
import { removeFromPlan } from './remove-from-plan.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { participantRefusals } from './participant-words.ts'

/**
 * Removes a person from a plan: their open tasks have no owner until someone is named, their links to it stop working, and their
 * sessions end unless another plan names them.
 */
export const removeParticipant = defineCommand({
  name: 'remove-participant',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, workspaceId, row, input } = context
    const { participantId } = input
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    if (seat.role === 'champion') throw fieldRefusal('participantId', participantRefusals.isChampion)
    await removeFromPlan(context, seat, 'participant removed')
    return { participantId }
  },
})
