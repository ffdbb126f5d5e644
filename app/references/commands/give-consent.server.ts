import { canonical } from '#app/runner/compare.ts'
import { type Plain, defineCommand } from '#app/runner/command.ts'
import { Refusal, fault } from '#app/runner/refusal.ts'
import { kindLabels, limitWords } from '../components/reference-words.ts'
import { listMarketing, toReferences } from '../marketing.server.ts'
import { answerOf, consentInput, readLimits, writeLimits } from '../model.ts'
import { getWinFacts, winFactsOf } from '../win-facts.server.ts'

/**
 * The champion says what may be used, and within which limits; marketing hears of it at once. A limit is kept only with the
 * kind that it bounds.
 * @throws Refusal 409 before the win is confirmed, 422 when nothing was chosen
 */
export const giveConsent = defineCommand({
  name: 'give-consent',
  scope: 'plan',
  input: consentInput,
  async run({ trx, workspaceId, row, input, actor, now, todayIn, record, notify }) {
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'limits', 'usesPerQuarter'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    if (!reference) throw new Refusal(409, 'This is asked once the first win is confirmed.')
    const { kinds, until, note } = input
    if (kinds.length === 0) throw fault('kinds', 'Please choose at least one, or go back with “Not now”.')
    const callsPerQuarter = kinds.includes('call') ? input.callsPerQuarter : null
    const quoteText = kinds.includes('quote') ? (input.quoteText ?? row.winStatement) : null

    const old = readLimits(reference.limits)
    const before: Record<string, Plain> = {
      answer: answerOf(reference.state),
      kinds: reference.kinds,
      callsPerQuarter: reference.usesPerQuarter,
      quoteText: old.quoteText,
      until: old.until,
      note: old.note,
    }
    const after: Record<string, Plain> = { answer: 'agreed', kinds, callsPerQuarter, quoteText, until, note }
    const fields = Object.keys(after).filter((field) => canonical(before[field]) !== canonical(after[field]))
    if (fields.length === 0) return { kinds }

    await trx
      .updateTable('reference')
      .set({
        state: 'agreed',
        kinds,
        limits: writeLimits({ quoteText, until, note }),
        usesPerQuarter: callsPerQuarter,
        participantId: actor.kind === 'participant' ? actor.id : null,
        answeredAt: now,
      })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    await record({
      event: before['answer'] === 'agreed' ? 'consent changed' : 'consent given',
      subjectId: row.id,
      subject: 'the reference',
      changes: Object.fromEntries(
        fields.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]),
      ),
    })

    const win = await getWinFacts(trx, workspaceId, row.id)
    const facts = {
      ...winFactsOf(win),
      workspace: win.workspace,
      agreedBy: actor.name,
      kinds: kinds.map((kind) => kindLabels[kind].toLowerCase()),
      limits: limitWords({ callsPerQuarter, until, note }, todayIn(row.timeZone)),
      quote: quoteText,
    }
    for (const to of await listMarketing(trx, workspaceId))
      await notify({ kind: 'reference-agreed', facts, to, planId: row.id, link: toReferences })
    return { kinds }
  },
})
