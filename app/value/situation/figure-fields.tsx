import { useContext } from 'react'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { type Figure, type FigureKind, figureUnits, kindOfUnit } from '#app/runner/events/figure-units.ts'
import { figureKindLabels, figureUnitWords } from '#app/runner/events/figure-words.ts'
import { FormContext, useField } from '#app/ui/form-context.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import type { OptionGroup } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import {
  figureFields,
  figureRowName,
  isFigureTyped,
  postedFigures,
  rowsOfFigures,
  type FigureRow,
} from './figure-rows.ts'
import { figureFieldWords, figureRowLabel } from './situation-question-words.ts'

const blank: FigureRow = { amount: '', unit: 'hours', source: '' }

const kinds: readonly FigureKind[] = ['time', 'people', 'money']

const unitGroups: readonly OptionGroup[] = kinds.map((kind) => ({
  label: figureKindLabels[kind],
  options: figureUnits
    .filter((unit) => kindOfUnit(unit) === kind)
    .map((unit) => ({ value: unit, text: figureUnitWords(unit) })),
}))

/**
 * What a situation is worth in figures: as many rows as are filled and a blank one, the others behind a summary, which opens without script.
 * Posts `figures.0.amount`, `.unit` and `.source`; an empty row is no figure.
 */
export function FigureFields({ figures, question }: { figures: readonly Figure[]; question: string }) {
  const form = useContext(FormContext)
  const { reply } = form
  const { fault } = useField('figures')
  const posted = reply && reply.status !== 'done' ? postedFigures(reply.values) : null
  const rows = Array.from({ length: bounds.figures }, (_, at) => (posted ?? rowsOfFigures(figures))[at] ?? blank)
  const shown = Math.min(bounds.figures, Math.max(1, rows.findLastIndex(isFigureTyped) + 1))
  // What a chooser settled came whole: the rows show it in place of what was typed before.
  const settled =
    reply && reply.status !== 'done' && posted
      ? { ...form, reply: { ...reply, values: { ...reply.values, ...figureFields(rows) } } }
      : form
  return (
    <fieldset className="figures">
      <legend>{question}</legend>
      <p className="hint">{figureFieldWords.hint}</p>
      {fault && (
        <p className="err" role="alert">
          {fault}
        </p>
      )}
      <FormContext.Provider value={settled}>
        {rows.slice(0, shown).map((row, at) => (
          <Row key={at} at={at} row={row} />
        ))}
        {shown < bounds.figures && (
          <details
            // What a kept draft brings back is seen.
            onInput={({ currentTarget }) => {
              currentTarget.open = true
            }}
          >
            <summary>{figureFieldWords.more}</summary>
            {rows.slice(shown).map((row, at) => (
              <Row key={shown + at} at={shown + at} row={row} />
            ))}
          </details>
        )}
      </FormContext.Provider>
    </fieldset>
  )
}

function Row({ at, row }: { at: number; row: FigureRow }) {
  const name = figureRowName(at)
  return (
    <div className="figure-row fields" role="group" aria-label={figureRowLabel(at + 1)}>
      <NumberField name={`${name}.amount`} label={figureFieldWords.amount} decimals value={row.amount} optional />
      <SelectField name={`${name}.unit`} label={figureFieldWords.unit} groups={unitGroups} value={row.unit} optional />
      <TextField
        name={`${name}.source`}
        label={figureFieldWords.source}
        value={row.source}
        maxLength={textSizes.source}
        optional
      />
    </div>
  )
}
