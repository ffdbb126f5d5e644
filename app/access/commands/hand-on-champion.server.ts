import { participantInput } from '#app/access/model.ts'
import { changeSeat, findChampion, getSeat } from '#app/access/steps/seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** Hands the champion's role to another participant; who had it stays as contributor. There is one champion at any moment. */
export const handOnChampion = defineCommand({
  name: 'hand-on-champion',
  scope: 'plan',
  input: participantInput,
  async run({ trx, workspaceId, row, input: { participantId }, record }) {
    const next = await getSeat(trx, workspaceId, row.id, participantId)
    const before = await findChampion(trx, workspaceId, row.id)
    if (before?.participantId === participantId) return { participantId }
    const seat = { workspaceId, planId: row.id }
    if (before) await changeSeat(trx, { ...seat, participantId: before.participantId }, { role: 'contributor' })
    await changeSeat(trx, { ...seat, participantId }, { role: 'champion' })
    await record({
      event: 'champion handed on',
      subjectId: participantId,
      subject: next.name,
      changes: { champion: { before: before?.name ?? null, after: next.name } },
    })
    return { participantId }
  },
})
