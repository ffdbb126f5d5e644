import { defineCommand } from '#app/runner/command.ts'
import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { planRefusals } from '#app/plan/core/plan-refusal-words.ts'
import { deliverCapabilityInput } from '../model.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/** Says that a capability is delivered, and asks the champion with their email of the day to accept it: today in the plan's time zone or on an earlier day. @throws Refusal 422 for a day to come */
export const deliverCapability = defineCommand({
  name: 'deliver-capability',
  scope: 'plan',
  input: deliverCapabilityInput,
  async run(context) {
    const { input, row, record, todayIn } = context
    const stored = await takeCapability(context)
    const today = todayIn(row.timeZone)
    const deliveredOn = input.deliveredOn ?? stored.deliveredOn ?? today
    if (deliveredOn > today) throw fieldRefusal('deliveredOn', planRefusals.dateInFuture)
    if (deliveredOn === stored.deliveredOn) return { capabilityId: stored.id }
    await changeCapability(context, stored.id, { deliveredOn })
    await record({
      event: 'capability delivered',
      subjectId: stored.id,
      subject: stored.need,
      changes: { deliveredOn: { before: stored.deliveredOn, after: deliveredOn } },
    })
    // Another day of the same delivery is no news.
    const champion = stored.deliveredOn === null && (await otherSideOf(context, 'vendor'))
    if (champion)
      await context.notify({
        kind: 'capability-delivered',
        facts: { by: context.actor.name, need: stored.need, capabilityId: stored.id },
        to: champion.to,
        planId: row.id,
        link: champion.link,
      })
    return { capabilityId: stored.id }
  },
})
