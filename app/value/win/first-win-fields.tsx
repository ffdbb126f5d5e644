import { textSizes } from '#app/kit/limits.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { DateField, TextArea, TextField } from '#app/ui/text-field.tsx'

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

/** The fields of the first win, for every form that holds it. Posts `statement`, `measure`, `unit`, `baseline`, `target`, `winBy`, `announcedTo`. */
export function FirstWinFields({ values = noFirstWin }: { values?: FirstWinValues }) {
  return (
    <div className="fields">
      <TextArea
        name="statement"
        label="First win"
        rows={2}
        value={values.statement}
        maxLength={textSizes.sentence}
        hint="In the customer’s own words, as it will be announced: “We closed the books in one day. It used to take us a month.”"
      />
      <TextField
        name="measure"
        label="Measure"
        width="half"
        value={values.measure}
        maxLength={textSizes.measure}
        hint="For example: time to close a month"
      />
      <TextField
        name="unit"
        label="Unit"
        width="half"
        value={values.unit}
        maxLength={textSizes.unit}
        hint="For example: days, %, tickets a week"
      />
      <NumberField
        name="baseline"
        label="Baseline"
        width="half"
        decimals
        unit={{ field: 'unit' }}
        value={values.baseline}
        hint="Today’s value"
      />
      <NumberField
        name="target"
        label="Target"
        width="half"
        decimals
        unit={{ field: 'unit' }}
        value={values.target}
        hint="The value that counts as a win"
      />
      <DateField name="winBy" label="Win by" width="half" value={values.winBy} />
      <TextField
        name="announcedTo"
        label="Announced to"
        width="half"
        value={values.announcedTo}
        maxLength={textSizes.audience}
        hint="Who should be told"
      />
    </div>
  )
}
