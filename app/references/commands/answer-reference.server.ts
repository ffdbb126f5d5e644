import { Refusal } from '#app/runner/refusal.ts'
import { defineCommand } from '#app/runner/command.ts'
import { answerInput, answerOf } from '../model.ts'

/**
 * The champion's *Later* or *No*. A no takes back a consent given before; from then on nothing may be used.
 * @throws Refusal 409 before the win is confirmed, and for a *Later* where consent stands
 */
export const answerReference = defineCommand({
  name: 'answer-reference',
  scope: 'plan',
  input: answerInput,
  async run({ trx, workspaceId, row, input, actor, now, record }) {
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'kinds'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    if (!reference) throw new Refusal(409, 'This is asked once the first win is confirmed.')
    const before = answerOf(reference.state)
    if (before === input.answer) return { answer: input.answer }
    if (before === 'agreed' && input.answer === 'later')
      throw new Refusal(409, 'You agreed to a reference. Change what you agreed to, or take it back.')
    await trx
      .updateTable('reference')
      .set({
        state: input.answer === 'no' ? 'declined' : 'later',
        kinds: [],
        limits: null,
        usesPerQuarter: null,
        participantId: actor.kind === 'participant' ? actor.id : null,
        answeredAt: now,
      })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    await record({
      event: before === 'agreed' ? 'reference taken back' : 'reference answered',
      subjectId: row.id,
      subject: 'the reference',
      changes: {
        answer: { before, after: input.answer },
        ...(before === 'agreed' ? { kinds: { before: reference.kinds, after: [] } } : {}),
      },
    })
    return { answer: input.answer }
  },
})
