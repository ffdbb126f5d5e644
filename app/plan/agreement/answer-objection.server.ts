import { sideOf } from '#app/policy/policy.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { takeObjection } from './take-objection.server.ts'
import { answerObjectionInput } from '../model.ts'
import { otherSideOf } from '../core/list-leaders.server.ts'
import { agreementRefusals } from './agreement-words.ts'

/** Answers what the other side wants changed before it agrees; a second answer takes the place of the first. */
export const answerObjection = defineCommand({
  name: 'answer-objection',
  scope: 'plan',
  input: answerObjectionInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, record, notify, now } = context
    const objection = await takeObjection(context, input.objectionId)
    const side = sideOf(actor)
    if (objection.side === side) throw new Refusal(403, agreementRefusals.ownRequest)
    if (objection.closedAt) throw new Refusal(409, agreementRefusals.withdrawn)
    if (objection.answer === input.answer) return null
    await trx
      .updateTable('objection')
      .set({ answer: input.answer, answeredBy: actor.name, answeredAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', objection.id)
      .execute()
    await record({
      event: 'objection answered',
      subjectId: row.id,
      subject: objection.personName,
      changes: { answer: { before: objection.answer, after: input.answer } },
    })
    // Only the answer that holds is told.
    await recallUntried(trx, {
      workspaceId,
      planId: row.id,
      kinds: ['objection-answered'],
      reader: side === 'vendor' ? 'customer' : 'vendor',
    })
    const reader = await otherSideOf(context, side)
    if (reader)
      await notify({
        kind: 'objection-answered',
        facts: { by: actor.name, text: input.answer },
        to: reader.to,
        planId: row.id,
        link: reader.link,
      })
    return null
  },
})
