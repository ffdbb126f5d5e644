import { type ChangeEvent, useState } from 'react'
import { numberText, readNumber } from '#app/kit/numbers.ts'
import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { oneValue } from './form-context.ts'
import { withUnit } from './words.ts'

export type NumberFieldProps = FieldProps & {
  value?: number | string
  /** Whether decimals are wanted; they are written with a comma or a point. */
  decimals?: boolean
  /** What is counted ("days"), or the field of the same form that says so. */
  unit?: string | { field: string } | undefined
}

/**
 * A number as text with the right keyboard, read on the server as people write numbers, and echoed while it is typed as it will be
 * read. What is wrong is not said twice where the form was refused for it. The browser's own number input drops a decimal comma without a word and follows the mouse wheel.
 */
export function NumberField({ value = '', decimals = false, unit = '', ...field }: NumberFieldProps) {
  const [echo, setEcho] = useState('')
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) =>
    setEcho(echoOf(target.value, decimals, typeof unit === 'string' ? unit : valueIn(target.form, unit.field)))
  return (
    <Field {...field}>
      {(control, posted) => (
        <>
          <input
            {...control}
            type="text"
            inputMode={decimals ? 'decimal' : 'numeric'}
            autoComplete="off"
            defaultValue={oneValue(posted, typeof value === 'number' ? numberText(value) : value)}
            onChange={onChange}
          />
          <output className="echo" htmlFor={control.id}>
            {control['aria-invalid'] && !echo.startsWith(readAs) ? null : echo}
          </output>
        </>
      )}
    </Field>
  )
}

function valueIn(form: HTMLFormElement | null, field: string): string {
  const control = form?.elements.namedItem(field)
  return control instanceof HTMLInputElement ? control.value.trim() : ''
}

const readAs = 'Read as '

/** How a typed number is understood; nothing where it stands there in plain words already, or cannot be read yet. */
export function echoOf(text: string, decimals: boolean, unit: string): string {
  const read = readNumber(text)
  if (read === null) return ''
  if ('either' in read && decimals) {
    const [decimal, whole] = read.either.map(numberText)
    return `This can be read in two ways. Please write ${decimal} or ${whole}.`
  }
  const value = 'value' in read ? read.value : read.either[1]
  if (!decimals && !Number.isInteger(value)) return 'Please give a whole number.'
  const said = unit ? withUnit(value, unit) : numberText(value)
  return said === text.trim() ? '' : readAs + said
}
