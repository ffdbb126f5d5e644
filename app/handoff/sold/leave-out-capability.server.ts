import { sideOf } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { leaveOutCapabilityInput } from '../model.ts'
import { capabilityRefusals } from './capability-words.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/**
 * Says why something promised is not in the contract, so that Purchase can be completed without it. Putting it into the contract takes that
 * back.
 * @throws Refusal 409 for what is in the contract
 */
export const leaveOutCapability = defineCommand({
  name: 'leave-out-capability',
  scope: 'plan',
  input: leaveOutCapabilityInput,
  async run(context) {
    const { input, actor, record } = context
    if (sideOf(actor) !== 'vendor') throw new Error('The policy lets members alone leave a capability out')
    const { id, need, inContract, leftOutReason } = await takeCapability(context)
    if (inContract) throw new Refusal(409, capabilityRefusals.isInContract)
    if (leftOutReason === input.reason) return { capabilityId: id }
    await changeCapability(context, id, { leftOutReason: input.reason, leftOutBy: actor.id })
    await record({
      event: 'capability left out',
      subjectId: id,
      subject: need,
      changes: { reason: { before: leftOutReason, after: input.reason } },
    })
    return { capabilityId: id }
  },
})
