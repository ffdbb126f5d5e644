import { sideOf } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { closeObjections } from './close-objections.server.ts'
import { takeObjection } from './take-objection.server.ts'
import { withdrawObjectionInput } from '../model.ts'
import { agreementRefusals } from './agreement-words.ts'

/** A side withdraws its request for a change; that does not mean it agrees. */
export const withdrawObjection = defineCommand({
  name: 'withdraw-objection',
  scope: 'plan',
  input: withdrawObjectionInput,
  async run(context) {
    const { row, input, actor, record } = context
    const objection = await takeObjection(context, input.objectionId)
    if (objection.side !== sideOf(actor)) throw new Refusal(403, agreementRefusals.otherRequest)
    if (objection.closedAt) return null
    await closeObjections(context, objection.side)
    await record({
      event: 'objection withdrawn',
      subjectId: row.id,
      subject: row.project,
      changes: { reason: { before: objection.reason, after: null } },
    })
    return null
  },
})
