import { noInput } from '#app/kit/field-schemas.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { endProposal, findProposal } from './champion-proposals.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** A participant objects to the proposed champion, or an admin withdraws the proposal: it ends. Twice is a success without an event. */
export const declineChampion = defineCommand({
  name: 'decline-champion',
  scope: 'plan',
  input: noInput,
  async run({ trx, actor, workspaceId, row, now, record }) {
    const proposal = await findProposal(trx, workspaceId, row.id)
    if (!proposal) return null
    const { participantId, name } = proposal
    await endProposal(trx, { workspaceId, planId: row.id })
    await record({
      event: actor.kind === 'participant' ? 'proposed champion declined' : 'proposed champion withdrawn',
      subjectId: participantId,
      subject: name,
      changes: {},
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      { kind: 'champion declined', person: { id: participantId, name }, detail: { by: actor.name, planId: row.id } },
      now,
    )
    return null
  },
})
