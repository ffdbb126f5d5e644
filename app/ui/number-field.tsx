import { useContext } from 'react'
import { numberText } from '#app/kit/read-number.ts'
import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { FormContext } from './form-context.ts'
import { postedValue, oneValue } from './form-reply.ts'
import { NumberInput } from './number-input.tsx'

export type NumberFieldProps = FieldProps & {
  value?: number | string
  /** Whether decimals are allowed; they are written with a comma or a point. */
  decimals?: boolean
  /** What is counted ("days"), or the field of the same form that says so. */
  unit?: string | { field: string } | undefined
}

/** A number, read as people write numbers and echoed as it is understood. */
export function NumberField({ value = '', decimals = false, unit = '', ...field }: NumberFieldProps) {
  const { reply } = useContext(FormContext)
  const counted =
    typeof unit === 'string' ? unit : { field: unit.field, value: oneValue(postedValue(reply, unit.field), '') }
  return (
    <Field {...field}>
      {(control, posted) => (
        <NumberInput
          {...control}
          decimals={decimals}
          unit={counted}
          isTyped={posted !== undefined}
          defaultValue={oneValue(posted, typeof value === 'number' ? numberText(value) : value)}
        />
      )}
    </Field>
  )
}
