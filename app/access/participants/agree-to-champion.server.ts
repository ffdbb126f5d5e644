import { participantInput } from '../model.ts'
import { makeChampion } from './make-champion.server.ts'
import { findProposal } from './champion-proposals.server.ts'
import { getSeat } from './seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { participantRefusals } from './participant-words.ts'

/** The champion agrees to the proposed person as the next champion. */
export const agreeToChampion = defineCommand({
  name: 'agree-to-champion',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, workspaceId, row, input } = context
    const proposal = await findProposal(trx, workspaceId, row.id)
    if (proposal?.participantId !== input.participantId)
      throw fieldRefusal('participantId', participantRefusals.proposalClosed)
    const isNew = await makeChampion(context, await getSeat(trx, workspaceId, row.id, input.participantId))
    return { participantId: input.participantId, isNew }
  },
})
