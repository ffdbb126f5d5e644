import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import type { CommandContext, ComparedField } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { measuringDayPassedWords } from './measuring-day-words.ts'
import { setMeasuring } from './won-plan.server.ts'

const measuringFields = ['baselineHow', 'measuredBy', 'measureOn'] as const
type MeasuringField = (typeof measuringFields)[number]

export const isOfMeasuring = (field: string): field is MeasuringField => measuringFields.some((it) => it === field)

type Measuring = { baselineHow: string | null; measuredBy: string | null; measureOn: IsoDate | null }
type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'todayIn' | 'record'>

/** How the first win is measured, as two senders are compared on it. */
export const comparedMeasuring = (row: Context['row']): Record<MeasuringField, ComparedField> => ({
  baselineHow: { label: measuringLabels.baselineHow, value: row.winBaselineHow },
  measuredBy: { label: measuringLabels.measuredBy, value: row.winMeasuredBy },
  measureOn: { label: measuringLabels.measureOn, value: row.winMeasureOn },
})

/**
 * Says how the baseline was measured, who measures the result, and when, as far as that was touched. It is no part of what is agreed.
 * @param subject what will be announced, for the activity
 * @throws Refusal 422 for a new day that has passed
 */
export async function changeMeasuring(
  { trx, workspaceId, row, todayIn, record }: Context,
  { wanted, touched, subject }: { wanted: Partial<Measuring>; touched: ReadonlySet<string>; subject: string },
): Promise<void> {
  const changed = measuringFields.filter((field) => touched.has(field))
  if (changed.length === 0) return
  const before: Measuring = {
    baselineHow: row.winBaselineHow,
    measuredBy: row.winMeasuredBy,
    // The column is a date.
    measureOn: row.winMeasureOn as IsoDate | null,
  }
  const pick = <Field extends MeasuringField>(field: Field): Measuring[Field] => {
    const value = wanted[field]
    return touched.has(field) && value !== undefined ? value : before[field]
  }
  const after = { baselineHow: pick('baselineHow'), measuredBy: pick('measuredBy'), measureOn: pick('measureOn') }
  if (touched.has('measureOn') && after.measureOn && after.measureOn < todayIn(row.timeZone))
    throw fieldRefusal('measureOn', measuringDayPassedWords)
  await setMeasuring(trx, { workspaceId, planId: row.id, ...after })
  await record({
    event: 'measuring planned',
    subjectId: row.id,
    subject,
    changes: changedFields(changed, before, after),
  })
}
