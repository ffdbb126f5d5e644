import { mayEver } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneFurtherWinInput } from '../model.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { furtherWinRefusals } from './further-win-words.ts'

/**
 * Removes a further win with all that was measured of it. Once it was measured, only who may remove a measured value does so.
 * @throws Refusal 409 once it is confirmed, or for everyone else once it was measured
 */
export const removeFurtherWin = defineCommand({
  name: 'remove-further-win',
  scope: 'plan',
  input: oneFurtherWinInput,
  async run({ trx, workspaceId, row, standings, input: { winId }, record }) {
    const win = await findFurtherWin(trx, { workspaceId, planId: row.id, winId })
    if (win.confirmedOn !== null) throw new Refusal(409, furtherWinRefusals.confirmed)
    const measured = await trx
      .deleteFrom('measurement')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('winId', '=', winId)
      .returning('id')
      .execute()
    if (measured.length > 0 && !mayEver('remove-measurement', standings))
      throw new Refusal(409, furtherWinRefusals.measured)
    await trx.deleteFrom('furtherWin').where('workspaceId', '=', workspaceId).where('id', '=', winId).execute()
    await record({ event: 'further win removed', subjectId: row.id, subject: win.statement, changes: {} })
    return { removed: winId }
  },
})
