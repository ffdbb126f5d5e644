import { fromJsonList } from '#app/kit/from-json-list.ts'
import { bounds } from '#app/kit/limits.ts'
import { numberText } from '#app/kit/read-number.ts'
import type { Figure } from '#app/runner/events/figure-units.ts'

/** The rows of a situation's figures as its form posts them: `figures.0.amount`, `.unit` and `.source`, as many as there may be figures. */
export type FigureRow = { amount: string; unit: string; source: string }

export type PostedFields = Readonly<Record<string, string | string[]>>

export const figureRowName = (row: number): string => `figures.${row}`

const figureRowNumbers: readonly number[] = Array.from({ length: bounds.figures }, (_, row) => row)

const textOf = (values: PostedFields, name: string): string => [values[name] ?? ''].flat()[0] ?? ''

/** The rows of a form as they were typed; null where it has none, as a page from before there were figures. */
export function typedFigures(values: PostedFields): FigureRow[] | null {
  if (!Object.keys(values).some((name) => name.startsWith('figures.'))) return null
  return figureRowNumbers.map((row) => ({
    amount: textOf(values, `${figureRowName(row)}.amount`),
    unit: textOf(values, `${figureRowName(row)}.unit`),
    source: textOf(values, `${figureRowName(row)}.source`),
  }))
}

/** Whether something was typed in a row: its unit is always chosen. */
export const isFigureTyped = ({ amount, source }: FigureRow): boolean => amount.trim() !== '' || source.trim() !== ''

/** Figures as their rows hold them. */
export const rowsOfFigures = (figures: readonly Pick<Figure, 'amount' | 'unit' | 'source'>[]): FigureRow[] =>
  figures.map(({ amount, unit, source }) => ({ amount: numberText(amount), unit, source }))

/** The figures that a field carries whole, as a chooser posts them; null for anything else. */
export function wholeFigures(text: string): FigureRow[] | null {
  const rows = fromJsonList(text)
  return (
    rows &&
    rows.map(({ amount = '', unit = '', source = '' }) => ({ amount: numberText(Number(amount)), unit, source }))
  )
}

/** What a form holds of figures: those that a chooser settled, else the rows. */
export const postedFigures = (values: PostedFields): FigureRow[] | null =>
  wholeFigures(textOf(values, 'figures')) ?? typedFigures(values)

/** The same rows as fields of a form. */
export const figureFields = (rows: readonly FigureRow[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([part, text]) => [`${figureRowName(at)}.${part}`, text])),
  )
