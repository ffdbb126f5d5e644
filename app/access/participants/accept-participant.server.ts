import { participantInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { changeSeat, getSeat } from './seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** The champion takes someone that the vendor added as one of the customer's: from then on they see its private tasks. */
export const acceptParticipant = defineCommand({
  name: 'accept-participant',
  scope: 'plan',
  input: participantInput,
  async run({ trx, actor, workspaceId, row, input: { participantId }, now, record }) {
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    if (seat.acceptedAt) return { participantId }
    await changeSeat(trx, { workspaceId, planId: row.id, participantId }, { acceptedAt: now })
    await record({
      event: 'participant accepted',
      subjectId: participantId,
      subject: seat.name,
      changes: { accepted: { before: false, after: true } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      {
        kind: 'participant accepted',
        person: { id: participantId, name: seat.name },
        detail: { by: actor.name, planId: row.id },
      },
      now,
    )
    return { participantId }
  },
})
