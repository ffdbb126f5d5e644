import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { storedParticipantRole } from '#app/policy/roles.ts'
import { otherAddressInput } from '../model.ts'
import { invitePeople } from './invite-people.server.ts'
import { participantRefusals } from './participant-words.ts'
import { giveTasksTo, removeFromPlan } from './remove-from-plan.server.ts'
import { changeSeat, getSeat, hasActed, listSeats } from './seats.server.ts'

/**
 * Invites someone at another address whose invitation never arrived: the seat, its role and its open tasks move to that address, and what was sent to the
 * old one stops working. Not for someone who has opened the plan: an address is how a person is recognised, and no one else may change it.
 */
export const sendToOtherAddress = defineCommand({
  name: 'send-to-other-address',
  scope: 'plan',
  input: otherAddressInput,
  async run(context) {
    const { trx, workspaceId, row, input } = context
    const { participantId, email } = input
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    if (seat.joinedAt || (await hasActed(trx, { workspaceId, planId: row.id, participantId }, seat.invitedAt)))
      throw fieldRefusal('email', participantRefusals.opened(seat.name))
    if (seat.role === 'champion' && row.championJoinedAt)
      throw fieldRefusal('email', participantRefusals.madeChampion(seat.name))
    const seated = (await listSeats(trx, workspaceId, row.id)).find((it) => it.email === email)
    if (seated) throw fieldRefusal('email', participantRefusals.takesPart(seated.name))
    const taskIds = await removeFromPlan(context, seat, 'invitation taken back', { tellsChampion: false })
    const [invitedId] = await invitePeople({
      ...context,
      input: {
        name: seat.name,
        email: [{ email, name: seat.name }],
        role: storedParticipantRole(seat.role),
        personalLine: null,
      },
    })
    if (invitedId === undefined) throw new Error('Someone was invited and has no seat.')
    const invited = { workspaceId, planId: row.id, participantId: invitedId }
    if (seat.isKey) await changeSeat(trx, invited, { isKey: true })
    await giveTasksTo(trx, invited, taskIds)
    return { participantId: invitedId }
  },
})
