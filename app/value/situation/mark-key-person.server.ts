import { changeSeat, getSeat } from '#app/access/participants/seats.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { keyPersonInput } from '../model.ts'
import { keyPersonRefusals } from './key-person-words.ts'

/**
 * Says that a participant is a key person of the plan, or no longer. The champion always is one.
 * @throws Refusal 404 for someone who takes no part, 409 for the champion
 */
export const markKeyPerson = defineCommand({
  name: 'mark-key-person',
  scope: 'plan',
  input: keyPersonInput,
  async run({ trx, workspaceId, row, input: { participantId, isKey }, record }) {
    const seat = await getSeat(trx, workspaceId, row.id, participantId)
    if (seat.role === 'champion') throw new Refusal(409, keyPersonRefusals.isChampion(seat.name))
    if (seat.isKey === isKey) return { participantId }
    await changeSeat(trx, { workspaceId, planId: row.id, participantId }, { isKey })
    await record({
      event: isKey ? 'key person marked' : 'key person unmarked',
      subjectId: participantId,
      subject: seat.name,
      changes: {},
    })
    return { participantId }
  },
})
