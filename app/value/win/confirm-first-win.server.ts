import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import { markWon } from '#app/plan/core/won-plan.server.ts'
import { listMarketing, toReferences } from '#app/references/list-marketing.server.ts'
import { openReference } from '#app/references/consent/open-reference.server.ts'
import { getWinFacts, winFactsOf } from '#app/references/win-facts.server.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal, notFound, wrongFields } from '#app/runner/refusal.ts'
import { confirmInput } from '../model.ts'
import { type KeptWin, agreedWin, changesOfWin } from './kept-win.server.ts'
import { listWinRecipients } from './list-win-recipients.server.ts'
import { worseFaults } from './win-faults.ts'
import { winRefusals, writtenForOtherWords } from './win-words.ts'

/**
 * The customer confirms that the first win happened, even with open tasks. The confirmed wording is stored as it was. The plan
 * is won, its reference starts as not asked, and members with the marketing role at this moment are alerted once: the plan's
 * row lock lets only one confirmation through.
 * @throws Refusal 409 once it is confirmed and for words changed since they were read, 422 to ask again about a value worse
 * than the baseline, and about agreed words where the value misses the target
 */
export const confirmFirstWin = defineCommand({
  name: 'confirm-first-win',
  scope: 'plan',
  input: confirmInput,
  async run({ trx, workspaceId, row, input, actor, now, todayIn, record, notify, tellChannels }) {
    if (actor.kind !== 'participant') throw notFound()
    if (row.state === 'won') throw new Refusal(409, winRefusals.alreadyConfirmed)
    if (input.winVersion !== row.winVersion) throw new Refusal(409, winRefusals.changedBefore)
    const { winBy, announcedTo: audience, ...agreed } = agreedWin(row)
    const kept: KeptWin = {
      ...agreed,
      statement: input.statement ?? agreed.statement,
      measuredValue: input.measuredValue,
    }
    askOnceMore(kept, { agreedWords: agreed.statement, ...input })

    const planId = row.id
    const wonOn = todayIn(row.timeZone)
    const { reachedOn } = input
    if (reachedOn && reachedOn > wonOn) throw fieldRefusal('reachedOn', winRefusals.dayAhead)
    const { measuredValue: measured, ...words } = kept
    await trx
      .insertInto('winResult')
      .values({
        workspaceId,
        planId,
        ...words,
        measured,
        winBy,
        announcedTo: audience,
        reachedOn,
        confirmedOn: wonOn,
        confirmedAt: now,
        participantId: actor.id,
        stateBefore: row.state,
      })
      .execute()
    await markWon(trx, { workspaceId, planId, wonOn })
    await openReference(trx, workspaceId, planId)
    await record({
      event: 'first win confirmed',
      subjectId: planId,
      subject: kept.statement,
      changes: {
        ...changesOfWin(null, kept),
        state: { before: row.state, after: 'won' },
        ...(reachedOn ? { reachedOn: { before: null, after: reachedOn } } : {}),
      },
    })

    // What is asked and answered about an open win is answered now.
    await recallUntried(trx, { workspaceId, planId, kinds: ['win-asked', 'win-not-yet', 'win-to-look-at'] })
    const win = await getWinFacts(trx, workspaceId, planId)
    const { workspace, announcedTo } = win
    const facts = { ...winFactsOf(win), workspace }
    const marketing = await listMarketing(trx, workspaceId)
    for (const { name, ...to } of marketing)
      await notify({ kind: 'reference-ready', facts: { ...facts, name }, to, planId, link: toReferences })
    // Who gets the one email needs no other at the same moment.
    const isTold = (memberId?: string) => marketing.some((it) => it.memberId === memberId)
    for (const { name, to, link } of await listWinRecipients(trx, { workspaceId, planId, except: actor.id }))
      if (!isTold(to.memberId))
        await notify({ kind: 'win-confirmed', facts: { ...facts, name, announcedTo }, to, planId, link })
    await tellChannels('won', planId)
    await tellChannels('reference-ready', planId)
    return { wonOn }
  },
})

/** @throws Refusal 422 for a value that is worse than the baseline, and for agreed words that it may not bear out */
function askOnceMore(
  { statement, measuredValue: measured, ...win }: KeptWin,
  { agreedWords, wordsHold, confirmWorse }: { agreedWords: string; wordsHold: boolean; confirmWorse: boolean },
): void {
  const faults = worseFaults(win, { measured, confirmWorse })
  if (compareWithTarget(win, measured) !== 'met' && statement === agreedWords && !wordsHold)
    faults.push({
      field: 'statement',
      message: writtenForOtherWords(win, measured),
    })
  if (faults.length > 0) throw wrongFields(faults)
}
