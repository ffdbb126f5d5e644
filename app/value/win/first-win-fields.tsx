import { textSizes } from '#app/kit/limits.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { winFieldWords } from './win-field-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'

export type FirstWinValues = {
  statement: string
  measure: string
  unit: string
  baseline: number | string
  target: number | string
  winBy: string
  announcedTo: string
}

const noFirstWin: FirstWinValues = {
  statement: '',
  measure: '',
  unit: '',
  baseline: '',
  target: '',
  winBy: '',
  announcedTo: '',
}

/**
 * The fields of the first win, for every form that holds it; what is not said yet may be left out. Posts `statement`, `measure`, `unit`, `baseline`, `target`, `winBy`, `announcedTo`.
 * @param isNew whether a day is proposed where none is given
 */
export function FirstWinFields({ values = noFirstWin, isNew = false }: { values?: FirstWinValues; isNew?: boolean }) {
  const optional = (value: string | number) => value === ''
  return (
    <div className="fields">
      <TextArea
        name="statement"
        label={termLabels.statement}
        rows={2}
        optional={optional(values.statement)}
        value={values.statement}
        maxLength={textSizes.sentence}
        hint={winFieldWords.statementHint}
      />
      <TextField
        name="measure"
        label={termLabels.measure}
        width="half"
        optional={optional(values.measure)}
        value={values.measure}
        maxLength={textSizes.measure}
        hint={winFieldWords.measureHint}
      />
      <TextField
        name="unit"
        label={termLabels.unit}
        width="half"
        optional={optional(values.unit)}
        value={values.unit}
        maxLength={textSizes.unit}
        hint={winFieldWords.unitHint}
      />
      <NumberField
        name="baseline"
        label={termLabels.baseline}
        width="half"
        decimals
        unit={{ field: 'unit' }}
        optional={optional(values.baseline)}
        value={values.baseline}
        hint={winFieldWords.baselineHint}
      />
      <NumberField
        name="target"
        label={termLabels.target}
        width="half"
        decimals
        unit={{ field: 'unit' }}
        optional={optional(values.target)}
        value={values.target}
        hint={winFieldWords.targetHint}
      />
      <DateField
        name="winBy"
        label={termLabels.winBy}
        width="half"
        optional={isNew}
        value={values.winBy}
        hint={isNew ? winFieldWords.winByHint : undefined}
      />
      <TextField
        name="announcedTo"
        label={termLabels.announcedTo}
        width="half"
        optional={optional(values.announcedTo)}
        value={values.announcedTo}
        maxLength={textSizes.audience}
        hint={winFieldWords.announcedToHint}
      />
    </div>
  )
}
