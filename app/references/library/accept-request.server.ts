import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { answerOf } from '../model.ts'
import { standingOfRequest } from './call-rules.ts'
import { acceptInput } from './request-input.ts'
import { requestRefusals } from './request-words.ts'
import { takeRequest } from './take-request.server.ts'
import { tellOfCall } from './tell-of-call.server.ts'

/**
 * The champion accepts one of the proposed times; both get it for their calendars.
 * @throws Refusal 409 for a request that was answered or has ended, for a time that has passed, and while the consent is not in effect
 */
export const acceptRequest = defineCommand({
  name: 'accept-request',
  scope: 'plan',
  input: acceptInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, todayIn, record } = context
    const request = await takeRequest(context, input.requestId)
    const chosen = request.times[Number(input.chosen)]
    if (request.state === 'accepted' && chosen?.getTime() === request.chosenAt?.getTime()) return null
    const standing = standingOfRequest(request, now)
    if (standing === 'lapsed') throw new Refusal(409, requestRefusals.lapsed)
    if (standing !== 'open') throw new Refusal(409, requestRefusals.answered)
    if (!chosen || chosen <= now) throw new Refusal(409, requestRefusals.timePassed)
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'limits', 'covers'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    const answer = reference && answerOf({ ...reference, winVersion: row.winVersion }, todayIn(row.timeZone))
    if (answer !== 'agreed') throw new Refusal(409, requestRefusals.notInEffect)
    const accepted = await trx
      .updateTable('referenceRequest')
      .set({ state: 'accepted', chosenAt: chosen, answeredAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await record({ event: 'call accepted', subjectId: row.id, subject: row.project, changes: {} })
    await tellOfCall(context, accepted, { event: 'accepted', by: actor.name, reason: null })
    return null
  },
})
