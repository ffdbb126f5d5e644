import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal, notFound, wrongFields } from '#app/runner/refusal.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import { confirmFurtherWinInput } from '../model.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { furtherWinRefusals } from './further-win-words.ts'
import { worseFaults } from './win-faults.ts'
import { winRefusals } from './win-words.ts'

/**
 * The customer confirms a further win with its value, day and a sentence in their own words. The lead is told with the daily email; the plan stays
 * as it is, and marketing is alerted by the first win alone.
 * @throws Refusal 409 once it is confirmed, 422 for a day ahead and to ask again about a value worse than the baseline
 */
export const confirmFurtherWin = defineCommand({
  name: 'confirm-further-win',
  scope: 'plan',
  input: confirmFurtherWinInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, todayIn, record, notify } = context
    if (actor.kind !== 'participant') throw notFound()
    const planId = row.id
    const { winId, measuredValue: measured, statement, confirmWorse } = input
    const { unit, ...win } = await findFurtherWin(trx, { workspaceId, planId, winId })
    if (win.confirmedOn !== null) throw new Refusal(409, furtherWinRefusals.confirmed)
    const today = todayIn(row.timeZone)
    const reachedOn = input.reachedOn ?? today
    if (reachedOn > today) throw fieldRefusal('reachedOn', winRefusals.dayAhead)
    const faults = worseFaults({ ...win, unit }, { measured, confirmWorse })
    if (faults.length > 0) throw wrongFields(faults)
    await trx
      .updateTable('furtherWin')
      .set({
        ...{ confirmedStatement: statement, measured, reachedOn, confirmedOn: today },
        ...{ participantId: actor.id, confirmedBy: actor.name },
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', winId)
      .execute()
    await record({
      event: 'further win confirmed',
      subjectId: planId,
      subject: statement,
      changes: {
        measuredValue: { before: null, after: measured },
        reachedOn: { before: null, after: reachedOn },
        ...(statement === win.statement ? {} : { statement: { before: win.statement, after: statement } }),
      },
    })
    const lead = await otherSideOf(context, 'customer')
    if (lead)
      await notify({
        kind: 'further-win-confirmed',
        facts: { by: actor.name, statement, value: withUnit(measured, unit) },
        to: lead.to,
        planId,
        link: lead.link,
      })
    return { winId }
  },
})
