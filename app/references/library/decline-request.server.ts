import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { standingOfRequest } from './call-rules.ts'
import { declineInput } from './request-input.ts'
import { requestRefusals } from './request-words.ts'
import { takeRequest } from './take-request.server.ts'
import { tellOfCall } from './tell-of-call.server.ts'

/**
 * The champion declines a request, or withdraws from a call that was accepted before; either gives the call back to its quarter.
 * @throws Refusal 409 for a request that has ended, and for a call that is over
 */
export const declineRequest = defineCommand({
  name: 'decline-request',
  scope: 'plan',
  input: declineInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, record } = context
    const request = await takeRequest(context, input.requestId)
    const standing = standingOfRequest(request, now)
    const state = standing === 'planned' ? 'withdrawn' : 'declined'
    if (request.state === 'declined' || request.state === 'withdrawn') return null
    if (standing !== 'open' && standing !== 'planned') throw new Refusal(409, requestRefusals.answered)
    const reason = input.declineReason
    const declined = await trx
      .updateTable('referenceRequest')
      .set({ state, answer: reason, answeredAt: now, endedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const event = state === 'withdrawn' ? 'call withdrawn' : 'call declined'
    await record({ event, subjectId: row.id, subject: row.project, changes: {} })
    await tellOfCall(context, declined, { event: state, by: actor.name, reason })
    return null
  },
})
