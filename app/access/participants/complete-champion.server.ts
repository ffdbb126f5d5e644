import { participantInput } from '../model.ts'
import { makeChampion } from './make-champion.server.ts'
import { findProposal } from './champion-proposals.server.ts'
import { getSeat } from './seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { participantRefusals } from './participant-words.ts'

/** An admin makes the proposed person champion, once the customer has had the time to object and no one did. */
export const completeChampion = defineCommand({
  name: 'complete-champion',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, workspaceId, row, input, now } = context
    const proposal = await findProposal(trx, workspaceId, row.id)
    if (proposal?.participantId !== input.participantId)
      throw fieldRefusal('participantId', participantRefusals.proposalClosed)
    if (now < proposal.earliestAt) throw fieldRefusal('participantId', participantRefusals.stillTimeToObject)
    const isNew = await makeChampion(context, await getSeat(trx, workspaceId, row.id, input.participantId))
    return { participantId: input.participantId, isNew }
  },
})
