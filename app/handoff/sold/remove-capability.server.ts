import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneCapabilityInput } from '../model.ts'
import { capabilityRefusals } from './capability-words.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/** Takes a capability off the plan; it can be restored. @throws Refusal 409 for what is in the contract */
export const removeCapability = defineCommand({
  name: 'remove-capability',
  scope: 'plan',
  input: oneCapabilityInput,
  async run(context) {
    const { id, need, inContract } = await takeCapability(context)
    if (inContract) throw new Refusal(409, capabilityRefusals.isInContract)
    await changeCapability(context, id, { removedAt: context.now })
    await context.record({ event: 'capability removed', subjectId: id, subject: need, changes: {} })
    return { capabilityId: id }
  },
})
