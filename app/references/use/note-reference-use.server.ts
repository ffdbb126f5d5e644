import { listSeats } from '#app/access/participants/seats.server.ts'
import { todayIn as dayIn } from '#app/kit/clock.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { type Fault, Refusal, notFound, wrongFields } from '#app/runner/refusal.ts'
import { faultsOfDeal } from '../faults-of-deal.ts'
import { callsLeft, isMeetingKind } from '../library/call-rules.ts'
import { countCallsTaken } from '../library/calls-taken.server.ts'
import { quarterOf } from '../quarter.ts'
import { answerOf, noteUseInput, readLimits } from '../model.ts'
import { beforeConsentWords, noConsentOnWords, useRefusals } from './use-words.ts'
import { wasCovered } from '../consent/was-covered.ts'
import { listDatedConsents } from '../consent/list-consents.server.ts'
import { approvalWords } from '../approval-words.ts'

/**
 * A member notes what they used of a reference, when and for what: they are told when its consent ends.
 * @throws Refusal 409 without a consent that is in effect and where its approver has left the plan, 422 for a kind that it does not cover, a day
 * to come, before the consent or in a time without one, for a call or talk in a quarter that has none left, for what the champion ruled out or what does not say enough to know, and without the approval that the customer asks for
 */
export const noteReferenceUse = defineCommand({
  name: 'note-use',
  scope: 'plan',
  input: noteUseInput,
  async run({ trx, workspaceId, row, input, actor, now, todayIn, record }) {
    if (actor.kind !== 'member') throw notFound()
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'limits', 'covers', 'agreedAt', 'usesPerQuarter'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    const today = todayIn(row.timeZone)
    const answer = reference && answerOf({ ...reference, winVersion: row.winVersion }, today)
    if (!reference || answer !== 'agreed') throw new Refusal(409, useRefusals.noConsent)
    const { approverId, never } = readLimits(reference.limits)
    const seats = approverId === null ? [] : await listSeats(trx, workspaceId, row.id)
    if (approverId !== null && !seats.some(({ participantId }) => participantId === approverId))
      throw new Refusal(409, useRefusals.approverLeft)
    const { kind, usedOn, usedFor, isApproved, dealRegion: region, competitor } = input
    const faults: Fault[] = faultsOfDeal(never, { deal: usedFor, region, competitor }, { deal: 'usedFor' })
    if (!reference.kinds.includes(kind)) faults.push({ field: 'kind', message: useRefusals.notAgreed })
    if (usedOn > today) faults.push({ field: 'usedOn', message: useRefusals.notYet })
    const agreedOn = reference.agreedAt && dayIn(row.timeZone, reference.agreedAt)
    if (agreedOn && usedOn < agreedOn) faults.push({ field: 'usedOn', message: beforeConsentWords(agreedOn) })
    else if (reference.kinds.includes(kind) && usedOn <= today) {
      const history = await listDatedConsents(trx, { workspaceId, planId: row.id, timeZone: row.timeZone })
      const [first] = history
      // Consents were not always kept: of what was given before, that it held is all that is known.
      const isOlder = first === undefined || usedOn < first.on
      if (!isOlder && !wasCovered(history, kind, usedOn))
        faults.push({ field: 'usedOn', message: noConsentOnWords(usedOn) })
    }
    if (isMeetingKind(kind)) {
      const taken = await countCallsTaken(trx, { workspaceId, planId: row.id }, quarterOf(usedOn), now)
      if (callsLeft(reference.usesPerQuarter, taken) === 0)
        faults.push({ field: 'usedOn', message: useRefusals.noneLeft })
    }
    if (approverId !== null && !isApproved) faults.push({ field: 'isApproved', message: approvalWords.needed })
    if (faults.length > 0) throw wrongFields(faults)
    await trx
      .insertInto('referenceUse')
      .values({
        ...{ workspaceId, planId: row.id, id: newId(), kind, memberId: actor.id, usedOn, usedFor, createdAt: now },
      })
      .execute()
    await record({
      event: 'reference use noted',
      subjectId: row.id,
      subject: row.project,
      changes: {
        kinds: { before: null, after: [kind] },
        usedFor: { before: null, after: usedFor },
        usedOn: { before: null, after: usedOn },
      },
      visibleTo: 'vendor',
    })
    return null
  },
})
