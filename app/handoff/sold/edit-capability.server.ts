import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { editCapabilityInput } from '../model.ts'
import { askerChoice, capabilityAsker } from './capability-asker.server.ts'
import { capabilityLabels } from './capability-words.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/** Words what the customer needs again, or says who asked for it. */
export const editCapability = defineCommand({
  name: 'edit-capability',
  scope: 'plan',
  input: editCapabilityInput,
  async current(context) {
    const stored = await takeCapability(context)
    return {
      subjectId: stored.id,
      fields: {
        need: { label: capabilityLabels.need, value: stored.need },
        why: { label: capabilityLabels.why, value: stored.why, noted: { subjectId: stored.id, field: 'whyNeeded' } },
        askerId: {
          label: capabilityLabels.askedBy,
          value: askerChoice(stored),
          noted: { subjectId: stored.id, field: 'askedBy' },
        },
      },
    }
  },
  async run(context, touched) {
    const { input, record } = context
    const stored = await takeCapability(context)
    const before = { need: stored.need, whyNeeded: stored.why, askedBy: stored.askedBy }
    const chosen = touched.has('askerId') || input.askerId === 'else' ? await capabilityAsker(context, input) : stored
    const need = touched.has('need') ? input.need : stored.need
    const why = touched.has('why') ? input.why : stored.why
    const { askerId, askedBy } = chosen
    const after = { need, whyNeeded: why, askedBy }
    const changed = (['need', 'whyNeeded', 'askedBy'] as const).filter((field) => before[field] !== after[field])
    if (changed.length === 0) return { capabilityId: stored.id }
    await changeCapability(context, stored.id, { need, why, askerId, askedBy })
    await record({
      event: 'capability changed',
      subjectId: stored.id,
      subject: need,
      changes: changedFields(changed, before, after),
    })
    return { capabilityId: stored.id }
  },
})
