import type { Parts } from '#app/kit/parts.ts'
import { todayIn } from '#app/kit/clock.ts'
import { offerHandoff } from '#app/handoff/lead/offer-handoff.server.ts'
import { addCapability } from '#app/handoff/sold/add-capability.server.ts'
import { promiseCapability } from '#app/handoff/sold/promise-capability.server.ts'
import { setService } from '#app/handoff/sold/set-service.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addDays } from '#app/schedule/dates.ts'
import { type SeededPlan, atNoon } from './seed-plan.server.ts'

/** What happens to a sample plan at one moment of its past. */
export type SampleMoment = { at: Date; run(parts: Parts): Promise<unknown> }

/** What the customer needs, what was promised and sold of it, and the services that were paid. */
export function soldMoments({ planId, taskIds, sample, dated, lead, people }: SeededPlan): SampleMoment[] {
  const scopeId = planId
  const capabilities = (sample.sold ?? []).map(({ need, why, asker, promise }, index) => ({
    at: atNoon(addDays(dated.startOn, 4), index * 9),
    run: async (parts: Parts) => {
      const input = { need, why, askerId: people.get(asker)?.id }
      const { capabilityId } = (await runCommand(parts, addCapability, { actor: lead, scopeId, input })).result
      if (!promise) return
      const { inContract, tasks, ...more } = promise
      const promised = {
        ...{ capabilityId, promisedBy: lead.id, inContract, ...more },
        tasks: tasks.flatMap((key) => taskIds[key] ?? []),
      }
      await runCommand(parts, promiseCapability, { actor: lead, scopeId, input: promised })
    },
  }))
  const { services } = sample
  return services
    ? [
        ...capabilities,
        {
          at: atNoon(addDays(dated.startOn, 5), 40),
          run: (parts: Parts) => runCommand(parts, setService, { actor: lead, scopeId, input: services }),
        },
      ]
    : capabilities
}

/** The lead asks someone to take the plan over, and has no answer yet. */
export function handoffMoments(
  now: Pick<Parts, 'clock'>,
  { planId, sample, lead, members }: SeededPlan,
): SampleMoment[] {
  const { handoff } = sample
  const receiver = handoff && members.get(handoff.to)
  if (!receiver) return []
  const today = todayIn(sample.timeZone, now.clock.now())
  const input = { receiverId: receiver.id, note: handoff.note, withTasks: true }
  return [
    {
      at: atNoon(addDays(today, -handoff.daysAgo), 100),
      run: (parts: Parts) => runCommand(parts, offerHandoff, { actor: lead, scopeId: planId, input }),
    },
  ]
}
