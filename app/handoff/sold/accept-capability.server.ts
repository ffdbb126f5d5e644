import { defineCommand } from '#app/runner/command.ts'
import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneCapabilityInput } from '../model.ts'
import { capabilityRefusals } from './capability-words.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/** The customer accepts what was delivered, and the lead is told. The day is today's in the plan's time zone. @throws Refusal 409 for what is not delivered */
export const acceptCapability = defineCommand({
  name: 'accept-capability',
  scope: 'plan',
  input: oneCapabilityInput,
  async run(context) {
    const { row, actor, record, todayIn } = context
    const { id, need, deliveredOn, acceptedOn } = await takeCapability(context)
    if (deliveredOn === null) throw new Refusal(409, capabilityRefusals.notDelivered)
    if (acceptedOn !== null) return { capabilityId: id }
    const today = todayIn(row.timeZone)
    await changeCapability(context, id, { acceptedOn: today, acceptorId: actor.id, acceptedBy: actor.name })
    await record({
      event: 'capability accepted',
      subjectId: id,
      subject: need,
      changes: { acceptedOn: { before: null, after: today } },
    })
    const lead = await otherSideOf(context, 'customer')
    if (lead)
      await context.notify({
        kind: 'capability-accepted',
        facts: { by: actor.name, need },
        to: lead.to,
        planId: row.id,
        link: lead.link,
      })
    return { capabilityId: id }
  },
})
