import { Refusal } from '#app/runner/refusal.ts'
import { defineCommand } from '#app/runner/command.ts'
import { kindLabels, referenceKinds } from '../components/reference-words.ts'
import { listMarketing, toReferences } from '../marketing.server.ts'
import { answerInput, answerOf } from '../model.ts'
import { getWinFacts, winFactsOf } from '../win-facts.server.ts'

/**
 * The champion's *Later* or *No*. A no takes back a consent given before; from then on nothing may be used, and marketing hears of it.
 * @throws Refusal 409 before the win is confirmed, and for a *Later* where consent stands
 */
export const answerReference = defineCommand({
  name: 'answer-reference',
  scope: 'plan',
  input: answerInput,
  async run({ trx, workspaceId, row, input, actor, now, record, notify }) {
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'covers'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    if (!reference) throw new Refusal(409, 'This is asked once the first win is confirmed.')
    const before = answerOf({ ...reference, winVersion: row.winVersion })
    const wasAgreed = reference.state === 'agreed'
    if (before === input.answer) return { answer: input.answer }
    if (wasAgreed && input.answer === 'later')
      throw new Refusal(409, 'You agreed to a reference. Change what you agreed to, or take it back.')
    await trx
      .updateTable('reference')
      .set({
        state: input.answer === 'no' ? 'declined' : 'later',
        kinds: [],
        limits: null,
        usesPerQuarter: null,
        covers: null,
        participantId: actor.kind === 'participant' ? actor.id : null,
        answeredAt: now,
      })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    await record({
      event: wasAgreed ? 'reference taken back' : 'reference answered',
      subjectId: row.id,
      subject: 'the reference',
      changes: {
        answer: { before, after: input.answer },
        ...(wasAgreed ? { kinds: { before: reference.kinds, after: [] } } : {}),
      },
    })
    if (input.answer === 'later') return { answer: input.answer }
    // What could be used must stop at once; a plain no can wait for the day's email.
    const win = await getWinFacts(trx, workspaceId, row.id)
    const facts = {
      ...winFactsOf(win),
      workspace: win.workspace,
      answeredBy: actor.name,
      wasAgreed,
      kinds: referenceKinds
        .filter((kind) => reference.kinds.includes(kind))
        .map((kind) => kindLabels[kind].toLowerCase()),
    }
    for (const to of await listMarketing(trx, workspaceId))
      await notify({
        kind: 'reference-declined',
        facts,
        to,
        planId: row.id,
        link: toReferences,
        daily: !wasAgreed,
      })
    return { answer: input.answer }
  },
})
