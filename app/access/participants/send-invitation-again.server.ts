import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { storedParticipantRole } from '#app/policy/roles.ts'
import { participantInput } from '../model.ts'
import { invitePeople } from './invite-people.server.ts'
import { participantRefusals } from './participant-words.ts'
import { getSeat } from './seats.server.ts'

/** Sends the invitation of someone who has not opened the plan again, with a fresh link, which ends the one before. */
export const sendInvitationAgain = defineCommand({
  name: 'send-invitation-again',
  scope: 'plan',
  input: participantInput,
  async run(context) {
    const { trx, workspaceId, row, input } = context
    const { name, email, role, joinedAt } = await getSeat(trx, workspaceId, row.id, input.participantId)
    if (joinedAt) throw fieldRefusal('participantId', participantRefusals.opened(name))
    await invitePeople({
      ...context,
      input: { name, email: [{ email, name }], role: storedParticipantRole(role), personalLine: null },
    })
    return { participantId: input.participantId }
  },
})
