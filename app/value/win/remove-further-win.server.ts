import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { oneFurtherWinInput } from '../model.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { furtherWinRefusals } from './further-win-words.ts'

/** Removes a further win with all that was measured of it. @throws Refusal 409 once it is confirmed */
export const removeFurtherWin = defineCommand({
  name: 'remove-further-win',
  scope: 'plan',
  input: oneFurtherWinInput,
  async run({ trx, workspaceId, row, input: { winId }, record }) {
    const win = await findFurtherWin(trx, { workspaceId, planId: row.id, winId })
    if (win.confirmedOn !== null) throw new Refusal(409, furtherWinRefusals.confirmed)
    await trx
      .deleteFrom('measurement')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('winId', '=', winId)
      .execute()
    await trx.deleteFrom('furtherWin').where('workspaceId', '=', workspaceId).where('id', '=', winId).execute()
    await record({ event: 'further win removed', subjectId: row.id, subject: win.statement, changes: {} })
    return { removed: winId }
  },
})
