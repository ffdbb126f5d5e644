import { changeLead } from '#app/plan/team/change-lead.server.ts'
import { giveTasksToLeads } from '#app/plan/team/hand-over-plans.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { oneHandoffInput } from '../model.ts'
import { closeHandoff } from './close-handoff.server.ts'
import { takeOwnHandoff } from './take-handoff.server.ts'
import { tellGiver } from './tell-giver.server.ts'

/** The member who was asked takes over the plan, and is responsible from now on. @throws Refusal 409 for anyone else, and once it was answered */
export const acceptHandoff = defineCommand({
  name: 'accept-handoff',
  scope: 'plan',
  input: oneHandoffInput,
  async run(context) {
    const { row } = context
    const handoff = await takeOwnHandoff(context)
    const { giver, receiver } = handoff
    await closeHandoff(context, handoff.id, { state: 'accepted' })
    await changeLead(context, [row.id], { from: giver, to: receiver, event: 'lead taken over' })
    if (handoff.withTasks) await giveTasksToLeads(context, giver, row.id)
    await tellGiver(context, handoff, { answer: 'accepted' })
    return { handoffId: handoff.id }
  },
})
