import { confirmerInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { changeSeat, getSeat } from './seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { confirmerRoleWords, participantRefusals } from './participant-words.ts'

/** Lets another participant say that the first win happened, or no longer. */
export const nameConfirmer = defineCommand({
  name: 'name-confirmer',
  scope: 'plan',
  input: confirmerInput,
  async run({ trx, actor, workspaceId, row, input: { participantId, mayConfirm }, now, record }) {
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    if (seat.mayConfirm === mayConfirm) return { participantId }
    if (!seat.acceptedAt) throw fieldRefusal('participantId', participantRefusals.acceptFirst(seat.name))
    await changeSeat(trx, { workspaceId, planId: row.id, participantId }, { mayConfirm })
    await record({
      event: mayConfirm ? 'confirmer named' : 'confirmer taken back',
      subjectId: participantId,
      subject: seat.name,
      changes: { mayConfirm: { before: seat.mayConfirm, after: mayConfirm } },
    })
    const asWhat = (confirms: boolean) => (confirms ? confirmerRoleWords(seat.role) : seat.role)
    await writeSecurityEvent(
      trx,
      workspaceId,
      {
        kind: 'role changed',
        person: { id: participantId, name: seat.name },
        detail: { by: actor.name, planId: row.id, before: asWhat(seat.mayConfirm), after: asWhat(mayConfirm) },
      },
      now,
    )
    return { participantId }
  },
})
