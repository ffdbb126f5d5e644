import { textSizes } from '#app/kit/limits.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'
import type { FieldProps } from '#app/ui/field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { FirstWinValues } from './first-win-values.ts'

export type WinTermFieldProps = {
  name: Exclude<keyof FirstWinValues, 'winBy'>
  values: FirstWinValues
} & Pick<FieldProps, 'question' | 'hint' | 'width'>

/** A field of the first win, in every form that holds it. What is not said yet may be left out; what has been said, no longer. */
export function WinTermField({ name, values, ...asked }: WinTermFieldProps) {
  const field = { ...asked, optional: values[name] === '' }
  switch (name) {
    case 'statement':
      return (
        <TextArea
          {...field}
          name="statement"
          label={termLabels.statement}
          rows={2}
          value={values.statement}
          maxLength={textSizes.sentence}
        />
      )
    case 'measure':
      return (
        <TextField
          {...field}
          name="measure"
          label={termLabels.measure}
          value={values.measure}
          maxLength={textSizes.measure}
        />
      )
    case 'unit':
      return <TextField {...field} name="unit" label={termLabels.unit} value={values.unit} maxLength={textSizes.unit} />
    case 'baseline':
      return (
        <NumberField
          {...field}
          name="baseline"
          label={termLabels.baseline}
          decimals
          unit={{ field: 'unit' }}
          value={values.baseline}
        />
      )
    case 'target':
      return (
        <NumberField
          {...field}
          name="target"
          label={termLabels.target}
          decimals
          unit={{ field: 'unit' }}
          value={values.target}
        />
      )
    case 'announcedTo':
      return (
        <TextField
          {...field}
          name="announcedTo"
          label={termLabels.announcedTo}
          value={values.announcedTo}
          maxLength={textSizes.audience}
        />
      )
  }
}
