import { defineCommand } from '#app/runner/command.ts'
import { oneHandoffInput } from '../model.ts'
import { closeHandoff } from './close-handoff.server.ts'
import { takeHandoff } from './take-handoff.server.ts'

/** The lead keeps the plan after all; the member who was asked reads so on the plan. @throws Refusal 409 once it was answered */
export const withdrawHandoff = defineCommand({
  name: 'withdraw-handoff',
  scope: 'plan',
  input: oneHandoffInput,
  async run(context) {
    const { id, receiver } = await takeHandoff(context)
    await closeHandoff(context, id, { state: 'withdrawn' })
    await context.record({
      event: 'handoff withdrawn',
      subjectId: receiver.id,
      subject: receiver.name,
      visibleTo: 'vendor',
      changes: {},
    })
    return { handoffId: id }
  },
})
