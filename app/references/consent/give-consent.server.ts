import { createHash } from 'node:crypto'
import { todayIn as dayIn } from '#app/kit/clock.ts'
import { day } from '#app/kit/durations.ts'
import { bounds } from '#app/kit/limits.ts'
import { canonicalText } from '#app/runner/compare.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import type { Picture } from '#app/kit/read-picture.server.ts'
import { type Fault, Refusal, fieldRefusal, wrongFields } from '#app/runner/refusal.ts'
import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { type ReferenceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { forgetQuotes } from '#app/outbox/forget-quotes.server.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { endPieces } from '../pieces/end-pieces.server.ts'
import { tellUsers } from '../tell-users.server.ts'
import { isMeetingKind } from '../library/call-rules.ts'
import { endRequests, isCovered } from '../library/end-requests.server.ts'
import { limitWords, referenceRefusals } from '../reference-words.ts'
import { listMarketing, toReferences } from '../list-marketing.server.ts'
import { type ConsentLimits, type CoveredWords, answerOf, consentInput, coveredWords, writeLimits } from '../model.ts'
import { type ToldWin, getWinFacts, winFactsOf } from '../win-facts.server.ts'
import { comparedFields } from './compared-fields.ts'
import { consentSentences } from './consent-words.ts'
import { findGivenLogo, findWantedLogo } from './find-wanted-logo.server.ts'
import { findPlanPerson } from '../find-plan-person.server.ts'
import { findStoredConsent } from './find-stored-consent.server.ts'
import { keepConsent } from './keep-consent.server.ts'
import { keepReferenceLogo } from './keep-reference-logo.server.ts'

/**
 * The champion says what may be used, and within which limits; marketing is told at once. The consent covers the words that were
 * confirmed as the champion read them, and is kept word for word. A limit is kept only with the kind that it bounds. What an earlier champion agreed to is
 * the next one's once they send the form, changed or not.
 * The form stands for all of it: whatever was changed since its sender opened it is a conflict.
 * @throws Refusal 409 before the win is confirmed and for words corrected since they were read and after many changes in a day, 422 when nothing was chosen, for a quote
 * without its words, for an end date that has passed, for a logo that is no picture, and for an approver who is not on the plan
 */
export const giveConsent = defineCommand({
  name: 'give-consent',
  scope: 'plan',
  input: consentInput,
  standsByAll: true,
  async current({ trx, workspaceId, row }) {
    const stored = await findStoredConsent(trx, { workspaceId, planId: row.id })
    return { subjectId: row.id, fields: stored ? comparedFields(stored, row.id) : {} }
  },
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, todayIn, record, notify } = context
    const planId = row.id
    const reference = await findStoredConsent(trx, { workspaceId, planId })
    if (row.state !== 'won' || !reference) throw new Refusal(409, referenceRefusals.notConfirmed)
    if (input.winVersion !== row.winVersion) throw new Refusal(409, referenceRefusals.corrected)
    const win = await getWinFacts(trx, workspaceId, planId)
    const today = todayIn(row.timeZone)
    const { picture, approver } = await checkConsent(context)
    const { kinds, until, note, never } = input
    const callsPerQuarter = kinds.some(isMeetingKind) ? input.callsPerQuarter : null
    const quoteText = kinds.includes('quote') ? input.quoteText : null

    const { old, shown } = reference
    const oldApprover = await findPlanPerson(trx, { workspaceId, planId, participantId: old.approverId })
    const before = {
      answer: answerOf({ ...reference, winVersion: row.winVersion }, today),
      kinds: reference.kinds,
      callsPerQuarter: reference.usesPerQuarter,
      quote: shown && digestOf(shown.text),
      until: old.until,
      note: old.note,
      never: old.never,
      approvedBy: oldApprover?.name ?? null,
      logo: digestOfPicture(await findGivenLogo(trx, { workspaceId, planId })),
    }
    const approvedBy = approver?.name ?? null
    const limits = { callsPerQuarter, until, never, approver: approvedBy }
    const after = {
      ...{ answer: 'agreed', kinds, callsPerQuarter, quote: quoteText && digestOf(quoteText), until, note },
      ...{ never, approvedBy, logo: digestOfPicture(picture) },
    }
    const fields = consentFields.filter((field) =>
      field === 'approvedBy'
        ? old.approverId !== input.approverId
        : canonicalText(before[field]) !== canonicalText(after[field]),
    )
    const participantId = actor.kind === 'participant' ? actor.id : null
    const isChange = reference.state === 'agreed'
    // What someone else agreed to becomes this person's consent.
    const isOwnChange = isChange && reference.participantId === participantId
    if (fields.length === 0 && isOwnChange) return { kinds }

    await refuseMany(context)
    await trx
      .updateTable('reference')
      .set({
        state: 'agreed',
        kinds,
        limits: writeLimits({ quoteText, until, note, never, approverId: input.approverId }),
        usesPerQuarter: callsPerQuarter,
        covers: JSON.stringify(wordsOf(win)),
        participantId,
        answeredAt: now,
        // A consent that is changed counts from the day on which it was first given.
        agreedAt: reference.agreedAt ?? now,
        ...{ askedAt: null, logoAskedAt: null },
      })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .execute()
    await keepReferenceLogo(trx, { workspaceId, planId }, picture)
    await recallUntried(trx, { workspaceId, planId, kinds: ['reference-agreed'] })
    if (before.quote !== after.quote) await forgetQuotes(trx, { workspaceId, planId })
    await keepConsent(trx, {
      ...{ workspaceId, planId, answer: isOwnChange ? 'changed' : 'given', kinds, participantId, at: now },
      said: consentSentences({ ...limits, vendor: win.workspace, account: win.account, kinds, quoteText, note }),
      ...{ approverId: input.approverId, until },
    })
    const ended = isChange ? referenceKinds.filter((kind) => reference.kinds.includes(kind) && !has(kinds, kind)) : []
    // The quote is given with the consent; a case study was approved for the numbers of then.
    const isOfOtherWords = isChange && coveredWords.parse(reference.covers).version !== row.winVersion
    await endPieces(trx, { workspaceId, planId, kinds: isOfOtherWords ? [...ended, 'case-study'] : ended })
    await tellUsers(context, { planId, kinds: ended, by: actor.name })
    if (before.answer !== 'expired') {
      const kept = kinds.filter((kind) => reference.kinds.includes(kind))
      const reworded = before.quote === after.quote ? [] : kept.filter((kind) => kind === 'quote')
      await tellUsers(context, { planId, kinds: reworded, by: actor.name, changed: 'words' })
      const narrowed = isNarrower(old, { until, never }) ? kept.filter((kind) => !has(reworded, kind)) : []
      await tellUsers(context, { planId, kinds: narrowed, by: actor.name, changed: 'limits' })
    }
    const isAfter = (time: Date) => until !== null && dayIn(row.timeZone, time) > until
    await endRequests(context, {
      ...{ planId, by: actor.name, event: 'narrowed' },
      keeps: (request) => isCovered(request, { kinds, never, isAfter }),
    })
    await record({
      event: isOwnChange ? 'consent changed' : 'consent given',
      subjectId: planId,
      subject: row.project,
      changes: changedFields(fields, before, after),
    })

    const facts = {
      ...winFactsOf(win),
      workspace: win.workspace,
      agreedBy: actor.name,
      kinds: kinds.map((kind) => kindNames[kind]),
      limits: limitWords(limits),
      conditions: note,
      quote: quoteText,
    }
    for (const { name, ...to } of await listMarketing(trx, workspaceId))
      await notify({ kind: 'reference-agreed', facts: { ...facts, name }, to, planId, link: toReferences })
    return { kinds }
  },
})

const consentFields = [
  ...(['answer', 'kinds', 'callsPerQuarter', 'quote', 'until', 'note'] as const),
  ...(['never', 'approvedBy', 'logo'] as const),
] as const

/** Each is an email to all of marketing. Withdrawing is never refused. */
async function refuseMany({ trx, workspaceId, row, now }: CommandContext<unknown, 'plan'>): Promise<void> {
  const { count } = await trx
    .selectFrom('referenceConsent')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('at', '>', new Date(now.getTime() - day))
    .executeTakeFirstOrThrow()
  if (Number(count) >= bounds.consentsADay) throw new Refusal(409, referenceRefusals.changedOften)
}

/** What tells one quote or picture from another. */
const digestOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const digestOfPicture = (picture: Picture | null | undefined) => (picture ? digestOf(picture.bytes) : null)

type Bounds = Pick<ConsentLimits, 'until' | 'never'>
/** Whether what was within the limits may be so no longer. */
const isNarrower = (old: Bounds, { until, never }: Bounds) =>
  never.some((entry) => !old.never.includes(entry)) || (until !== null && (old.until === null || until < old.until))

const has = (kinds: readonly ReferenceKind[], kind: ReferenceKind) => kinds.includes(kind)

type Checked = CommandContext<(typeof consentInput)['_output'], 'plan'>

/** All that is wrong with a consent at once. @returns the picture and the approver that it names */
async function checkConsent({ trx, workspaceId, row, input, todayIn, compute }: Checked) {
  const { kinds, until, quoteText, approverId } = input
  if (kinds.length === 0) throw fieldRefusal('kinds', referenceRefusals.chooseOne)
  const asked = { workspaceId, planId: row.id, accountId: row.accountId }
  const faults: Fault[] = []
  if (kinds.includes('quote') && quoteText === null)
    faults.push({ field: 'quoteText', message: referenceRefusals.enterQuote })
  if (until !== null && until < todayIn(row.timeZone)) faults.push({ field: 'until', message: refusals.datePassed })
  const logo = kinds.includes('logo') ? await findWantedLogo({ trx, compute }, asked, input) : { picture: null }
  if (logo.fault !== undefined) faults.push({ field: 'logo', message: logo.fault })
  const approver = await findPlanPerson(trx, { workspaceId, planId: row.id, participantId: approverId })
  if (approverId !== null && !approver?.isOnPlan)
    faults.push({ field: 'approverId', message: referenceRefusals.approverLeft })
  if (faults.length > 0) throw wrongFields(faults)
  return { picture: logo.picture ?? null, approver }
}

const wordsOf = ({ winVersion, statement, measure, unit, baseline, target, measured }: ToldWin): CoveredWords => ({
  version: winVersion,
  statement,
  measure,
  unit,
  baseline,
  target,
  measured,
})
