import { participantInput } from '../model.ts'
import { makeChampion } from './make-champion.server.ts'
import { findChampion, getSeat } from './seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'

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
    if (next.role === 'champion') return { participantId }
    if (!standings.has('champion') && row.championJoinedAt) {
      const champion = await findChampion(trx, workspaceId, row.id)
      throw fault('participantId', `${champion?.name ?? 'The champion'} has joined. Propose ${next.name} instead.`)
    }
    if (standings.has('champion') && !next.acceptedAt)
      throw fault('participantId', `Accept ${next.name} first. A champion sees all of your side’s private tasks.`)
    await makeChampion(context, next)
    return { participantId }
  },
})
