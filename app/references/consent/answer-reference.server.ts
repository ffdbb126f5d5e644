import { Refusal } from '#app/runner/refusal.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { answerInput, answerOf } from '../model.ts'
import { declineReference } from './decline-reference.server.ts'
import { consentPageWords, referenceRefusals } from '../reference-words.ts'

/**
 * The champion's *Later* or *No*. A no withdraws a consent given before; from then on nothing may be used, and marketing is
 * told. A later to a question asked once more is an answer of its own: its rest begins again. Who gave a consent and leads the plan no longer may
 * withdraw it, and answers nothing else.
 * @throws Refusal 403 for any other answer of theirs, 409 before the win is confirmed, and for a *Later* while a consent holds
 */
export const answerReference = defineCommand({
  name: 'answer-reference',
  scope: 'plan',
  input: answerInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, standings, now, todayIn, record } = context
    const withdrawsOnly = !standings.has('champion')
    if (withdrawsOnly && input.answer !== 'no') throw new Refusal(403, consentPageWords.championOnly)
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'covers', 'limits', 'askedAt'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    if (row.state !== 'won' || !reference) throw new Refusal(409, referenceRefusals.notConfirmed)
    const before = answerOf({ ...reference, winVersion: row.winVersion }, todayIn(row.timeZone))
    if (before === input.answer && reference.askedAt === null) return { answer: input.answer }
    if (withdrawsOnly && reference.state !== 'agreed') return { answer: input.answer }
    if (before === 'agreed' && input.answer === 'later') throw new Refusal(409, referenceRefusals.agreedBefore)
    const participantId = actor.kind === 'participant' ? actor.id : null
    if (input.answer === 'no') {
      await declineReference(context, { planId: row.id, reference, before, participantId, by: actor.name })
      return { answer: input.answer }
    }
    const isLapsed = before === 'expired' || before === 'on hold'
    const noConsent = { kinds: [], limits: null, usesPerQuarter: null, covers: null }
    await trx
      .updateTable('reference')
      // A consent that no longer holds stays what it was, to agree to again, and marketing sends no other email about it.
      .set(
        isLapsed
          ? { askedAt: reference.askedAt ?? now }
          : { state: 'later', ...noConsent, participantId, answeredAt: now, askedAt: null },
      )
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    if (isLapsed) await recallUntried(trx, { workspaceId, planId: row.id, kinds: ['reference-asked'] })
    await record({
      event: 'reference answered',
      subjectId: row.id,
      subject: row.project,
      changes: { answer: { before, after: input.answer } },
    })
    return { answer: input.answer }
  },
})
