import { recallUntried } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneFurtherWinInput } from '../model.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { furtherWinRefusals } from './further-win-words.ts'

/**
 * The customer takes back the confirmation of a further win; what is not sent of it is not sent, and its value stays in the activity.
 * @throws Refusal 409 where it is not confirmed
 */
export const reopenFurtherWin = defineCommand({
  name: 'reopen-further-win',
  scope: 'plan',
  input: oneFurtherWinInput,
  async run({ trx, workspaceId, row, input: { winId }, record }) {
    const win = await findFurtherWin(trx, { workspaceId, planId: row.id, winId })
    if (win.confirmedOn === null) throw new Refusal(409, furtherWinRefusals.notConfirmed)
    await trx
      .updateTable('furtherWin')
      .set({ measured: null, reachedOn: null, confirmedOn: null, participantId: null, confirmedBy: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', winId)
      .execute()
    const { statement } = win
    await recallUntried(trx, { workspaceId, planId: row.id, kinds: ['further-win-confirmed'], statement })
    await record({
      event: 'further win reopened',
      subjectId: row.id,
      subject: win.statement,
      changes: { measuredValue: { before: win.measured, after: null } },
    })
    return { winId }
  },
})
