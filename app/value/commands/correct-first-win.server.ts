import { listMarketing, toReferences } from '#app/references/marketing.server.ts'
import { getWinFacts, winFactsOf } from '#app/references/win-facts.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { measuredInput } from '../model.ts'
import { refuseWorse } from '../refuse-worse.ts'

/**
 * The champion puts the measured value right; marketing gets a correction, not a second alert.
 * @throws Refusal 409 before the win is confirmed, 422 to ask once more about a value worse than the baseline
 */
export const correctFirstWin = defineCommand({
  name: 'correct-first-win',
  scope: 'plan',
  input: measuredInput,
  async current({ trx, workspaceId, row }) {
    const result = await trx
      .selectFrom('winResult')
      .select('measured')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    if (!result) throw new Refusal(409, 'The first win is not confirmed yet.')
    return { subjectId: row.id, fields: { measuredValue: { label: 'Measured value', value: Number(result.measured) } } }
  },
  async run({ trx, workspaceId, row, input, actor, now, record, notify }, touched) {
    if (!touched.has('measuredValue')) return { measured: input.measuredValue }
    refuseWorse(row, input)
    const { measured: measuredBefore } = await getWinFacts(trx, workspaceId, row.id)
    await trx
      .updateTable('winResult')
      .set({ measured: input.measuredValue, correctedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    await record({
      event: 'first win corrected',
      subjectId: row.id,
      subject: row.winStatement,
      changes: { measuredValue: { before: measuredBefore, after: input.measuredValue } },
    })
    const win = await getWinFacts(trx, workspaceId, row.id)
    const facts = { ...winFactsOf(win), workspace: win.workspace, correctedBy: actor.name, measuredBefore }
    for (const to of await listMarketing(trx, workspaceId))
      await notify({ kind: 'win-corrected', facts, to, planId: row.id, link: toReferences })
    return { measured: input.measuredValue }
  },
})
