import { participantInput } from '#app/access/model.ts'
import { findChampionGone, noteNextChampion } from '#app/access/participants/champion-gone.server.ts'
import { getSeat } from '#app/access/participants/seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { championGoneRefusals } from './champion-gone-words.ts'

/**
 * Where the champion can no longer be reached, the lead or another participant names the next one, who confirms. Naming someone else replaces who was
 * named. No one names themselves: two people decide who leads.
 */
export const nameNextChampion = defineCommand({
  name: 'name-next-champion',
  scope: 'plan',
  input: participantInput,
  async run({ trx, actor, workspaceId, row, input, record, notify }) {
    const planId = row.id
    const { participantId } = input
    const gone = await findChampionGone(trx, { workspaceId, planId })
    if (!gone) throw fieldRefusal('participantId', championGoneRefusals.notAsked)
    const next = await getSeat(trx, workspaceId, planId, participantId)
    if (next.role === 'champion') throw fieldRefusal('participantId', championGoneRefusals.isChampion(next.name))
    if (!next.acceptedAt) throw fieldRefusal('participantId', championGoneRefusals.notAccepted(next.name))
    if (participantId === actor.id) throw fieldRefusal('participantId', championGoneRefusals.notOneself)
    if (gone.namedId === participantId) return { participantId }
    await noteNextChampion(trx, { workspaceId, planId, namedId: participantId, namedBy: actor.name })
    await record({
      event: 'next champion named',
      subjectId: participantId,
      subject: next.name,
      changes: { champion: { before: gone.name, after: next.name } },
    })
    await notify({
      kind: 'champion-named',
      facts: { by: actor.name, champion: gone.name },
      to: { participantId, address: next.email },
      planId,
      link: { kind: 'return', planId },
    })
    return { participantId }
  },
})
