import { participantInput } from '../model.ts'
import { makeChampion } from './make-champion.server.ts'
import { findChampion, getSeat } from './seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { participantRefusals } from './participant-words.ts'

/**
 * Hands the champion's role to another participant: the champion to someone accepted, an admin only until a champion has joined. After
 * that an admin proposes, and the customer has time to object.
 */
export const handOnChampion = defineCommand({
  name: 'hand-on-champion',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, standings, workspaceId, row, input } = context
    const { participantId } = input
    const next = await getSeat(trx, workspaceId, row.id, participantId)
    if (next.role === 'champion') return { participantId, isNew: false }
    if (!standings.has('champion') && row.championJoinedAt) {
      const champion = await findChampion(trx, workspaceId, row.id)
      throw fieldRefusal('participantId', participantRefusals.championJoined(champion?.name, next.name))
    }
    if (standings.has('champion') && !next.acceptedAt)
      throw fieldRefusal('participantId', participantRefusals.acceptNextFirst(next.name))
    return { participantId, isNew: await makeChampion(context, next) }
  },
})
