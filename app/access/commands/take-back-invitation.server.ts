import { participantInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { getSeat } from '#app/access/steps/seats.server.ts'
import { unseat } from '#app/access/steps/unseat.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'

/**
 * Takes an invitation back that nobody has used, the champion's too: a mistyped address must not keep the plan's key. Its link opens
 * no more from that moment on.
 */
export const takeBackInvitation = defineCommand({
  name: 'take-back-invitation',
  scope: 'plan',
  input: participantInput,
  async run({ trx, actor, workspaceId, row, input: { participantId }, now, record }) {
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    if (seat.joinedAt) throw fault('participantId', `${seat.name} has joined. Remove ${seat.name} instead.`)
    await unseat(trx, { workspaceId, planId: row.id, participantId, name: seat.name }, now)
    await record({
      event: 'invitation taken back',
      subjectId: participantId,
      subject: seat.name,
      changes: { role: { before: seat.role, after: null } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      {
        kind: 'invitation taken back',
        person: { id: participantId, name: seat.name },
        detail: { by: actor.name, planId: row.id },
      },
      now,
    )
    return { participantId }
  },
})
