import { setMeasuring } from '#app/plan/core/won-plan.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { measuringInput } from '../model.ts'
import { agreedWin } from './kept-win.server.ts'
import { winRefusals } from './win-words.ts'

const measuringFields = ['baselineHow', 'measuredBy', 'measureOn'] as const

/**
 * Says how the baseline was measured, who measures the result, and when. It is no part of what is agreed: no one has to agree again.
 * @throws Refusal 409 before the win is defined and once it is confirmed, 422 for a new day that has passed
 */
export const planMeasuring = defineCommand({
  name: 'plan-measuring',
  scope: 'plan',
  input: measuringInput,
  current({ row }) {
    return Promise.resolve({
      subjectId: row.id,
      fields: {
        baselineHow: { label: measuringLabels.baselineHow, value: row.winBaselineHow },
        measuredBy: { label: measuringLabels.measuredBy, value: row.winMeasuredBy },
        measureOn: { label: measuringLabels.measureOn, value: row.winMeasureOn },
      },
    })
  },
  async run({ trx, workspaceId, row, input, todayIn, record }, touched) {
    if (row.state === 'won') throw new Refusal(409, winRefusals.alreadyConfirmed)
    const { statement } = agreedWin(row)
    if (touched.size === 0) return null
    const before = {
      baselineHow: row.winBaselineHow,
      measuredBy: row.winMeasuredBy,
      // The column is a date.
      measureOn: row.winMeasureOn as IsoDate | null,
    }
    const pick = <Field extends keyof typeof before>(field: Field): (typeof before)[Field] =>
      touched.has(field) ? input[field] : before[field]
    const after = { baselineHow: pick('baselineHow'), measuredBy: pick('measuredBy'), measureOn: pick('measureOn') }
    if (touched.has('measureOn') && after.measureOn && after.measureOn < todayIn(row.timeZone))
      throw fieldRefusal('measureOn', winRefusals.measuringDayPassed)
    await setMeasuring(trx, { workspaceId, planId: row.id, ...after })
    await record({
      event: 'measuring planned',
      subjectId: row.id,
      subject: statement,
      changes: changedFields(
        measuringFields.filter((field) => touched.has(field)),
        before,
        after,
      ),
    })
    return null
  },
})
