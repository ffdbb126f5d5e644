import { changeMeasuring, comparedMeasuring } from '#app/plan/core/change-measuring.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { measuringInput } from '../model.ts'
import { agreedWin } from './kept-win.server.ts'
import { winRefusals } from './win-words.ts'

/**
 * Says how the baseline was measured, who measures the result, and when. It is no part of what is agreed: no one has to agree again.
 * @throws Refusal 409 before the win is defined and once it is confirmed, 422 for a new day that has passed
 */
export const planMeasuring = defineCommand({
  name: 'plan-measuring',
  scope: 'plan',
  input: measuringInput,
  current: ({ row }) => Promise.resolve({ subjectId: row.id, fields: comparedMeasuring(row) }),
  async run(context, touched) {
    const { row, input } = context
    if (row.state === 'won') throw new Refusal(409, winRefusals.alreadyConfirmed)
    await changeMeasuring(context, { wanted: input, touched, subject: agreedWin(row).statement })
    return null
  },
})
