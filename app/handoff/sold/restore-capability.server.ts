import { defineCommand } from '#app/runner/command.ts'
import { oneCapabilityInput } from '../model.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeRemovedCapability } from './take-capability.server.ts'

/** Puts a removed capability back on the plan as it was. */
export const restoreCapability = defineCommand({
  name: 'restore-capability',
  scope: 'plan',
  input: oneCapabilityInput,
  async run(context) {
    const { id, need, removedAt } = await takeRemovedCapability(context)
    if (removedAt === null) return { capabilityId: id }
    await changeCapability(context, id, { removedAt: null })
    await context.record({ event: 'capability restored', subjectId: id, subject: need, changes: {} })
    return { capabilityId: id }
  },
})
