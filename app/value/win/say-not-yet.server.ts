import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { setMeasuringDay } from '#app/plan/core/won-plan.server.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal, notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { notYetInput } from '../model.ts'
import { keepAnswer } from './keep-answer.server.ts'
import { agreedWin } from './kept-win.server.ts'
import { winRefusals } from './win-words.ts'

/**
 * The customer says why the first win has not happened yet, and when they will look again. The lead is told, and the plan asks for the
 * result from that day on. A question of the vendor's that is not sent yet is answered with it.
 * @throws Refusal 409 before the win is defined and once it is confirmed, 422 for a day that is not ahead
 */
export const sayNotYet = defineCommand({
  name: 'say-not-yet',
  scope: 'plan',
  input: notYetInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, todayIn, record, notify } = context
    if (actor.kind !== 'participant') throw notFound()
    if (row.state === 'won') throw new Refusal(409, winRefusals.alreadyConfirmed)
    const { statement } = agreedWin(row)
    const { reason, measureOn } = input
    if (measureOn <= todayIn(row.timeZone)) throw fieldRefusal('measureOn', winRefusals.measuringDayAhead)
    const planId = row.id
    await keepAnswer(context, { kind: 'not yet', text: reason, measureOn })
    await setMeasuringDay(trx, { workspaceId, planId, day: measureOn })
    await record({
      event: 'first win not yet',
      subjectId: planId,
      subject: statement,
      changes: {
        reason: { before: null, after: reason },
        // The column is a date.
        measureOn: { before: row.winMeasureOn as IsoDate | null, after: measureOn },
      },
    })
    await recallUntried(trx, { workspaceId, planId, kinds: ['win-asked', 'win-not-yet'] })
    const lead = await otherSideOf(context, 'customer')
    if (lead)
      await notify({
        kind: 'win-not-yet',
        facts: { by: actor.name, reason, measureOn },
        to: lead.to,
        planId,
        link: lead.link,
      })
    return { measureOn }
  },
})
