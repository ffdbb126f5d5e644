import { todayIn } from '#app/kit/clock.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { standingOfRequest } from './call-rules.ts'
import { outcomeInput } from './request-input.ts'
import { requestRefusals } from './request-words.ts'
import { takeOwnRequest } from './take-request.server.ts'

/**
 * The member who asked says whether a call took place and how the deal ended; it stands among the uses of the reference, and can be noted
 * again as the deal goes on.
 * @throws Refusal 403 for other members, 409 before the call is over
 */
export const noteOutcome = defineCommand({
  name: 'note-outcome',
  scope: 'plan',
  input: outcomeInput,
  async run(context) {
    const { trx, workspaceId, row, input, now, record } = context
    const request = await takeOwnRequest(context, input.requestId)
    const { chosenAt, kind, deal, memberId } = request
    const isOver = ['over', 'took place', 'did not take place'].includes(standingOfRequest(request, now))
    if (!isOver || chosenAt === null) throw new Refusal(409, requestRefusals.notOver)
    const { tookPlace, outcome } = input
    const before = await trx
      .deleteFrom('referenceUse')
      .where('workspaceId', '=', workspaceId)
      .where('requestId', '=', request.id)
      .returning('dealOutcome')
      .executeTakeFirst()
    if (tookPlace)
      await trx
        .insertInto('referenceUse')
        .values({
          ...{ workspaceId, planId: row.id, id: newId(), requestId: request.id, kind, memberId },
          ...{ usedOn: todayIn(row.timeZone, chosenAt), usedFor: deal, dealOutcome: outcome, createdAt: now },
        })
        .execute()
    await trx
      .updateTable('referenceRequest')
      .set({ tookPlace })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .execute()
    await record({
      event: 'call outcome noted',
      subjectId: row.id,
      subject: row.project,
      visibleTo: 'vendor',
      changes: {
        tookPlace: { before: request.tookPlace, after: tookPlace },
        outcome: { before: before?.dealOutcome ?? null, after: tookPlace ? outcome : null },
      },
    })
    return null
  },
})
