import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneFurtherWinInput } from '../model.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { furtherWinRefusals } from './further-win-words.ts'

/**
 * The customer takes back the confirmation of a further win, which is again as it was defined; what was said and its value stay in the activity. The
 * lead is told with the daily email.
 * @throws Refusal 409 where it is not confirmed
 */
export const reopenFurtherWin = defineCommand({
  name: 'reopen-further-win',
  scope: 'plan',
  input: oneFurtherWinInput,
  async run(context) {
    const { trx, workspaceId, row, actor, record, notify } = context
    const { winId } = context.input
    const win = await findFurtherWin(trx, { workspaceId, planId: row.id, winId })
    if (win.confirmedOn === null) throw new Refusal(409, furtherWinRefusals.notConfirmed)
    await trx
      .updateTable('furtherWin')
      .set({
        ...{ confirmedStatement: null, measured: null, reachedOn: null, confirmedOn: null },
        ...{ participantId: null, confirmedBy: null },
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', winId)
      .execute()
    await record({
      event: 'further win reopened',
      subjectId: row.id,
      subject: win.said,
      changes: {
        measuredValue: { before: win.measured, after: null },
        ...(win.said === win.statement ? {} : { statement: { before: win.said, after: win.statement } }),
      },
    })
    const unsent = { kinds: ['further-win-confirmed'] as const, facts: { statement: win.said } }
    await recallUntried(trx, { workspaceId, planId: row.id, ...unsent })
    const lead = await otherSideOf(context, 'customer')
    if (lead)
      await notify({
        kind: 'further-win-reopened',
        facts: { by: actor.name, statement: win.said },
        to: lead.to,
        planId: row.id,
        link: lead.link,
      })
    return { winId }
  },
})
