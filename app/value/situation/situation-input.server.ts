import type { NumberHabit } from '#app/kit/read-number.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { settleNumbers } from '#app/runner/settle-numbers.ts'
import { figureInput } from '../model.ts'
import { figureRowName, isFigureTyped, typedFigures } from './figure-rows.ts'

/**
 * The input of save-situation and change-situation from what their form posts: rows of figures as a list, blank ones passed over, each with
 * the name of its fields, by which a fault finds it. A chooser posts `figures` whole.
 */
export function situationInput(values: PostedValues, habit: NumberHabit | null): Record<string, unknown> {
  if (values['figures'] !== undefined) return values
  const rows = typedFigures(values)
  if (!rows) return values
  const figures = rows.flatMap((row, at) =>
    isFigureTyped(row) ? [{ ...settleNumbers(figureInput, row, habit), field: figureRowName(at) }] : [],
  )
  return { ...values, figures }
}
