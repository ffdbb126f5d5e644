import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneFurtherWinInput } from '../model.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { furtherWinRefusals } from './further-win-words.ts'

/**
 * Removes a further win with all that was measured of it. What was measured is the customer's, so then only they remove it.
 * @throws Refusal 409 once it is confirmed, or for the vendor once it was measured
 */
export const removeFurtherWin = defineCommand({
  name: 'remove-further-win',
  scope: 'plan',
  input: oneFurtherWinInput,
  async run({ trx, workspaceId, row, actor, input: { winId }, record }) {
    const win = await findFurtherWin(trx, { workspaceId, planId: row.id, winId })
    if (win.confirmedOn !== null) throw new Refusal(409, furtherWinRefusals.confirmed)
    const measured = await trx
      .deleteFrom('measurement')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('winId', '=', winId)
      .returning('id')
      .execute()
    if (measured.length > 0 && actor.kind !== 'participant') throw new Refusal(409, furtherWinRefusals.measured)
    await trx.deleteFrom('furtherWin').where('workspaceId', '=', workspaceId).where('id', '=', winId).execute()
    await record({ event: 'further win removed', subjectId: row.id, subject: win.statement, changes: {} })
    return { removed: winId }
  },
})
