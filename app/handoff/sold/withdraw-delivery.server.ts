import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneCapabilityInput } from '../model.ts'
import { capabilityRefusals } from './capability-words.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/** Says that a capability is not delivered yet. @throws Refusal 409 once the customer has accepted it */
export const withdrawDelivery = defineCommand({
  name: 'withdraw-delivery',
  scope: 'plan',
  input: oneCapabilityInput,
  async run(context) {
    const { id, need, deliveredOn, acceptedOn } = await takeCapability(context)
    if (acceptedOn !== null) throw new Refusal(409, capabilityRefusals.isAccepted)
    if (deliveredOn === null) return { capabilityId: id }
    await changeCapability(context, id, { deliveredOn: null })
    await context.record({
      event: 'delivery taken back',
      subjectId: id,
      subject: need,
      changes: { deliveredOn: { before: deliveredOn, after: null } },
    })
    return { capabilityId: id }
  },
})
