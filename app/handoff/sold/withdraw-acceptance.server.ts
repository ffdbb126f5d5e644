import { defineCommand } from '#app/runner/command.ts'
import { oneCapabilityInput } from '../model.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/** The customer says that they do not accept a delivery any longer. */
export const withdrawAcceptance = defineCommand({
  name: 'withdraw-acceptance',
  scope: 'plan',
  input: oneCapabilityInput,
  async run(context) {
    const { id, need, acceptedOn } = await takeCapability(context)
    if (acceptedOn === null) return { capabilityId: id }
    await changeCapability(context, id, { acceptedOn: null, acceptorId: null, acceptedBy: null })
    await context.record({
      event: 'acceptance taken back',
      subjectId: id,
      subject: need,
      changes: { acceptedOn: { before: acceptedOn, after: null } },
    })
    return { capabilityId: id }
  },
})
