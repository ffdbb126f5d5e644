import { newId } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { firstWinFaults } from '#app/plan/core/first-win-faults.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, wrongFields } from '#app/runner/refusal.ts'
import { furtherWinInput } from '../model.ts'
import { furtherWinRefusals } from './further-win-words.ts'

/** Defines another win of a plan besides the first one. @throws Refusal 409 where there are too many */
export const addFurtherWin = defineCommand({
  name: 'add-further-win',
  scope: 'plan',
  input: furtherWinInput,
  contradictions: ({ baseline, target }) => firstWinFaults({ baseline, target }),
  async run({ trx, workspaceId, row, input, now, record }) {
    const faults = firstWinFaults({ baseline: input.baseline, target: input.target })
    if (faults.length > 0) throw wrongFields(faults)
    const { count } = await trx
      .selectFrom('furtherWin')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirstOrThrow()
    if (Number(count) >= bounds.furtherWins) throw new Refusal(409, furtherWinRefusals.tooMany(bounds.furtherWins))
    const winId = newId()
    const { statement, measure, unit, baseline, target, winBy } = input
    await trx
      .insertInto('furtherWin')
      .values({ workspaceId, planId: row.id, id: winId, ...input, createdAt: now })
      .execute()
    await record({
      event: 'further win added',
      subjectId: row.id,
      subject: statement,
      changes: {
        measure: { before: null, after: measure },
        unit: { before: null, after: unit },
        baseline: { before: null, after: baseline },
        target: { before: null, after: target },
        ...(winBy === null ? {} : { winBy: { before: null, after: winBy } }),
      },
    })
    return { winId }
  },
})
