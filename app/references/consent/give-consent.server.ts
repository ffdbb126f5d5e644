import { canonicalText } from '#app/runner/compare.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { type Fault, Refusal, fieldRefusal, wrongFields } from '#app/runner/refusal.ts'
import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { limitWords, referenceRefusals } from '../reference-words.ts'
import { listMarketing, toReferences } from '../list-marketing.server.ts'
import { type CoveredWords, answerOf, consentInput, readLimits, writeLimits } from '../model.ts'
import { type ToldWin, getWinFacts, winFactsOf } from '../win-facts.server.ts'
import { refusals } from '#app/runner/refusal-words.ts'

/**
 * The champion says what may be used, and within which limits; marketing is told at once. The consent covers the words that were
 * confirmed as the champion read them. A limit is kept only with the kind that it bounds.
 * @throws Refusal 409 before the win is confirmed and for words corrected since they were read, 422 when nothing was chosen,
 * for a quote without its words and for an end date that has passed
 */
export const giveConsent = defineCommand({
  name: 'give-consent',
  scope: 'plan',
  input: consentInput,
  async run({ trx, workspaceId, row, input, actor, now, todayIn, record, notify }) {
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'limits', 'usesPerQuarter', 'covers', 'agreedAt'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    if (!reference) throw new Refusal(409, referenceRefusals.notConfirmed)
    if (input.winVersion !== row.winVersion) throw new Refusal(409, referenceRefusals.corrected)
    const win = await getWinFacts(trx, workspaceId, row.id)
    const { kinds, until, note } = input
    if (kinds.length === 0) throw fieldRefusal('kinds', referenceRefusals.chooseOne)
    const today = todayIn(row.timeZone)
    const faults: Fault[] = []
    if (kinds.includes('quote') && input.quoteText === null)
      faults.push({ field: 'quoteText', message: referenceRefusals.enterQuote })
    if (until !== null && until < today) faults.push({ field: 'until', message: refusals.datePassed })
    if (faults.length > 0) throw wrongFields(faults)
    const callsPerQuarter = kinds.includes('call') ? input.callsPerQuarter : null
    const quoteText = kinds.includes('quote') ? input.quoteText : null

    const old = readLimits(reference.limits)
    const before = {
      answer: answerOf({ ...reference, winVersion: row.winVersion }, today),
      kinds: reference.kinds,
      callsPerQuarter: reference.usesPerQuarter,
      quoteText: old.quoteText,
      until: old.until,
      note: old.note,
    }
    const after = { answer: 'agreed', kinds, callsPerQuarter, quoteText, until, note }
    const fields = consentFields.filter((field) => canonicalText(before[field]) !== canonicalText(after[field]))
    if (fields.length === 0) return { kinds }

    await trx
      .updateTable('reference')
      .set({
        state: 'agreed',
        kinds,
        limits: writeLimits({ quoteText, until, note }),
        usesPerQuarter: callsPerQuarter,
        covers: JSON.stringify(wordsOf(win)),
        participantId: actor.kind === 'participant' ? actor.id : null,
        answeredAt: now,
        // A consent that is changed counts from the day on which it was first given.
        agreedAt: reference.agreedAt ?? now,
      })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    await record({
      event: reference.state === 'agreed' ? 'consent changed' : 'consent given',
      subjectId: row.id,
      subject: row.project,
      changes: changedFields(fields, before, after),
    })

    const facts = {
      ...winFactsOf(win),
      workspace: win.workspace,
      agreedBy: actor.name,
      kinds: kinds.map((kind) => kindNames[kind]),
      limits: limitWords({ callsPerQuarter, until }),
      conditions: note,
      quote: quoteText,
    }
    for (const { name, ...to } of await listMarketing(trx, workspaceId))
      await notify({ kind: 'reference-agreed', facts: { ...facts, name }, to, planId: row.id, link: toReferences })
    return { kinds }
  },
})

const consentFields = ['answer', 'kinds', 'callsPerQuarter', 'quoteText', 'until', 'note'] as const

const wordsOf = ({ winVersion, statement, measure, unit, baseline, target, measured }: ToldWin): CoveredWords => ({
  version: winVersion,
  statement,
  measure,
  unit,
  baseline,
  target,
  measured,
})
