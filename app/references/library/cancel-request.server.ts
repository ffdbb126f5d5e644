import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { standingOfRequest } from './call-rules.ts'
import { cancelInput } from './request-input.ts'
import { requestRefusals } from './request-words.ts'
import { takeOwnRequest } from './take-request.server.ts'
import { tellOfCall } from './tell-of-call.server.ts'

/**
 * The member who asked cancels a request, also an accepted one; marketing and admins may, too. The champion is told.
 * @throws Refusal 403 for other members, 409 once it has ended or the call is over
 */
export const cancelRequest = defineCommand({
  name: 'cancel-request',
  scope: 'plan',
  input: cancelInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, record } = context
    const request = await takeOwnRequest(context, input.requestId)
    if (request.state === 'cancelled') return null
    const standing = standingOfRequest(request, now)
    if (standing === 'over' || standing === 'took place') throw new Refusal(409, requestRefusals.tooLate)
    if (standing !== 'open' && standing !== 'planned') throw new Refusal(409, requestRefusals.answered)
    const cancelled = await trx
      .updateTable('referenceRequest')
      .set({ state: 'cancelled', endedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await record({ event: 'call cancelled', subjectId: row.id, subject: row.project, changes: {} })
    const happened = { event: 'cancelled', by: actor.name, reason: null } as const
    await tellOfCall(context, cancelled, happened, standing === 'planned')
    return null
  },
})
