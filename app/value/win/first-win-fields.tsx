import { termLabels } from '#app/plan/core/terms-words.ts'
import { DateField } from '#app/ui/date-field.tsx'
import type { FirstWinValues } from './first-win-values.ts'
import { winFieldWords } from './win-field-words.ts'
import { WinTermField } from './win-term-field.tsx'

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
export const FirstWinFields = ({
  values = noFirstWin,
  isNew = false,
}: {
  values?: FirstWinValues
  isNew?: boolean
}) => (
  <div className="fields">
    <WinTermField name="statement" values={values} hint={winFieldWords.statementHint} />
    <WinTermField name="measure" values={values} width="half" hint={winFieldWords.measureHint} />
    <WinTermField name="unit" values={values} width="half" hint={winFieldWords.unitHint} />
    <WinTermField name="baseline" values={values} width="half" hint={winFieldWords.baselineHint} />
    <WinTermField name="target" values={values} width="half" hint={winFieldWords.targetHint} />
    <DateField
      name="winBy"
      label={termLabels.winBy}
      width="half"
      optional={isNew}
      value={values.winBy}
      hint={isNew ? winFieldWords.winByHint : undefined}
    />
    <WinTermField name="announcedTo" values={values} width="half" hint={winFieldWords.announcedToHint} />
  </div>
)
