import { takePlan } from '#app/plan/core/take-task.server.ts'
import { setMeasuringDay, unmarkWon } from '#app/plan/core/won-plan.server.ts'
import { reachPurchase } from '#app/plan/core/reach-purchase.server.ts'
import { endReference } from '#app/references/consent/end-reference.server.ts'
import { findConsent } from '#app/references/consent/find-consent.server.ts'
import { getWinFacts, winFactsOf } from '#app/references/win-facts.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { removeCard } from '../announce/keep-card.server.ts'
import { withdrawInput } from '../model.ts'
import { lookAgainAfter } from './asking-rest.ts'
import { keepAnswer } from './keep-answer.server.ts'
import { changesOfWin, getKeptWin } from './kept-win.server.ts'
import { listCorrectedWinRecipients, recallWinNotices } from './corrected-win-recipients.server.ts'
import { winRefusals } from './win-words.ts'

/**
 * The champion withdraws the confirmation: the first win has not happened yet, and they say when they look again. The plan is open again as it was, any consent ends, and everyone who
 * was told about the win is told; unsent emails and posts to channels about it are not sent.
 * @throws Refusal 409 where no win is confirmed, 422 for a day that is not ahead
 */
export const withdrawFirstWin = defineCommand({
  name: 'withdraw-first-win',
  scope: 'plan',
  input: withdrawInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, todayIn, record, notify, untellChannels } = context
    const planId = row.id
    if (row.state !== 'won') throw new Refusal(409, winRefusals.notConfirmed)
    const { reason } = input
    const today = todayIn(row.timeZone)
    const measureOn = input.measureOn ?? addDays(today, lookAgainAfter)
    if (measureOn <= today) throw fieldRefusal('measureOn', winRefusals.measuringDayAhead)
    const kept = await getKeptWin(trx, workspaceId, planId)
    const { workspace, ...win } = await getWinFacts(trx, workspaceId, planId)
    const hadConsent = (await findConsent(trx, workspaceId, planId, today)) !== null
    const own = actor.kind === 'participant' ? actor.id : null
    await recallWinNotices(trx, { workspaceId, planId })
    const hearers = await listCorrectedWinRecipients(trx, { workspaceId, planId, except: own })

    await endReference({ trx, workspaceId, now, notify, actor }, planId)
    await removeCard(trx, { workspaceId, planId })
    const { stateBefore, confirmedAt } = await trx
      .deleteFrom('winResult')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .returning(['stateBefore', 'confirmedAt'])
      .executeTakeFirstOrThrow()
    const state = stateBefore ?? 'under way'
    await unmarkWon(trx, { workspaceId, planId, state })
    // What was asked before the confirmation was answered by it, and stays so.
    await keepAnswer(context, { kind: 'not yet', text: reason, measureOn })
    await setMeasuringDay(trx, { workspaceId, planId, day: measureOn })
    await record({
      event: 'first win withdrawn',
      subjectId: planId,
      subject: kept.statement,
      changes: {
        reason: { before: null, after: reason },
        ...changesOfWin(kept, null),
        state: { before: 'won', after: state },
        // The column is a date.
        measureOn: { before: row.winMeasureOn as IsoDate | null, after: measureOn },
        ...(kept.reachedOn ? { reachedOn: { before: kept.reachedOn, after: null } } : {}),
        ...(hadConsent ? { consent: { before: true, after: false } } : {}),
      },
    })
    // Tasks may have been checked off meanwhile.
    await reachPurchase({ trx, workspaceId, record }, await takePlan({ trx, workspaceId, row }))
    const facts = { ...winFactsOf({ workspace, ...win }), workspace, withdrawnBy: actor.name, reason }
    for (const { to, name, link, reader } of hearers) {
      const told = { ...facts, name, reader, consentEnded: hadConsent && reader === 'marketing' }
      await notify({ kind: 'win-withdrawn', facts: told, to, planId, link })
    }
    await untellChannels(planId, confirmedAt)
    return { state }
  },
})
