import { defineCommand } from '#app/runner/command.ts'
import { sendBackHandoffInput } from '../model.ts'
import { closeHandoff } from './close-handoff.server.ts'
import { takeOwnHandoff } from './take-handoff.server.ts'
import { tellGiver } from './tell-giver.server.ts'

/** The member who was asked has questions first; the lead stays responsible. @throws Refusal 409 for anyone else, and once it was answered */
export const sendBackHandoff = defineCommand({
  name: 'send-back-handoff',
  scope: 'plan',
  input: sendBackHandoffInput,
  async run(context) {
    const { input, record } = context
    const { questions } = input
    const handoff = await takeOwnHandoff(context)
    const { receiver } = handoff
    await closeHandoff(context, handoff.id, { state: 'sent back', questions })
    await record({
      event: 'handoff sent back',
      subjectId: receiver.id,
      subject: receiver.name,
      visibleTo: 'vendor',
      changes: { questions: { before: null, after: questions } },
    })
    await tellGiver(context, handoff, { answer: 'sent back', questions })
    return { handoffId: handoff.id }
  },
})
