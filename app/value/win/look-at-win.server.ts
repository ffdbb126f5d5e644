import { noteLook } from '#app/plan/core/won-plan.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { lookAtWinInput } from '../model.ts'
import { agreedWin } from './kept-win.server.ts'
import { winRefusals } from './win-words.ts'

/**
 * Someone of the vendor's services has looked at the first win that they will have to deliver: the version that they read.
 * @throws Refusal 409 before the win is defined, and for words that changed since they were read
 */
export const lookAtWin = defineCommand({
  name: 'look-at-win',
  scope: 'plan',
  input: lookAtWinInput,
  async run({ trx, workspaceId, row, input, actor, todayIn, record }) {
    const { statement } = agreedWin(row)
    if (input.winVersion !== row.winVersion) throw new Refusal(409, winRefusals.changedBefore)
    const day = todayIn(row.timeZone)
    await noteLook(trx, { workspaceId, planId: row.id, version: row.winVersion, by: actor.name, day })
    await recallUntried(trx, { workspaceId, planId: row.id, kinds: ['win-to-look-at'] })
    await record({
      event: 'first win looked at',
      subjectId: row.id,
      subject: statement,
      changes: {},
      visibleTo: 'vendor',
    })
    return { version: row.winVersion }
  },
})
