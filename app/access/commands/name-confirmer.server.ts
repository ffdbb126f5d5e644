import { confirmerInput } from '#app/access/model.ts'
import { changeSeat, getSeat } from '#app/access/steps/seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** Lets another participant say that the first win happened, or no longer. */
export const nameConfirmer = defineCommand({
  name: 'name-confirmer',
  scope: 'plan',
  input: confirmerInput,
  async run({ trx, workspaceId, row, input: { participantId, mayConfirm }, record }) {
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    if (seat.mayConfirm === mayConfirm) return { participantId }
    await changeSeat(trx, { workspaceId, planId: row.id, participantId }, { mayConfirm })
    await record({
      event: mayConfirm ? 'confirmer named' : 'confirmer taken back',
      subjectId: participantId,
      subject: seat.name,
      changes: { 'may confirm': { before: seat.mayConfirm, after: mayConfirm } },
    })
    return { participantId }
  },
})
