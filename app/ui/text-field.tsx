import type { ComponentProps } from 'react'
import { numberText } from '#app/kit/numbers.ts'
import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { oneValue } from './form-context.ts'
import { useScripted } from './use-scripted.ts'
import { useTypedDate } from './use-typed-date.ts'

type InputProps = Pick<ComponentProps<'input'>, 'autoComplete' | 'list' | 'maxLength' | 'placeholder' | 'inputMode'>

export type TextFieldProps = FieldProps & InputProps & { value?: string; type?: 'text' | 'email' }

/** One line of text. */
export function TextField({
  value = '',
  type = 'text',
  autoComplete,
  list,
  maxLength,
  placeholder,
  inputMode,
  ...field
}: TextFieldProps) {
  const input = { type, autoComplete, list, maxLength, placeholder, inputMode }
  return (
    <Field {...field}>
      {(control, posted) => <input {...control} {...input} dir="auto" defaultValue={oneValue(posted, value)} />}
    </Field>
  )
}

export type TextAreaProps = FieldProps &
  Pick<ComponentProps<'textarea'>, 'autoComplete' | 'inputMode' | 'spellCheck'> & {
    value?: string
    rows?: number
    maxLength?: number
  }

/** Several lines of text. */
export function TextArea({
  value = '',
  rows = 3,
  maxLength,
  autoComplete,
  inputMode,
  spellCheck,
  ...field
}: TextAreaProps) {
  const area = { rows, maxLength, autoComplete, inputMode, spellCheck }
  return (
    <Field {...field}>
      {(control, posted) => <textarea {...control} {...area} dir="auto" defaultValue={oneValue(posted, value)} />}
    </Field>
  )
}

export type DateFieldProps = FieldProps & { value?: string; min?: string; max?: string }

/**
 * A calendar day, by the browser's own date input; posts `YYYY-MM-DD`, and what is needed to tell a date that could not be read from one
 * that was taken away. Without a `max` browsers take years of six digits.
 */
export function DateField({ value = '', min, max = '9999-12-31', ...field }: DateFieldProps) {
  const { input, said } = useTypedDate()
  const isScripted = useScripted()
  const { name, optional } = field
  return (
    <Field {...field}>
      {(control, posted) => (
        <>
          <input {...control} ref={input} type="date" min={min} max={max} defaultValue={oneValue(posted, value)} />
          {optional && value !== '' && <input type="hidden" name={`held.${name}`} value={value} />}
          {isScripted ? (
            <input type="hidden" ref={said} name={`typed.${name}`} defaultValue="" />
          ) : (
            optional &&
            value !== '' && (
              <label className="remove-date">
                <input type="checkbox" name={`typed.${name}`} value="removed" /> Remove this date
              </label>
            )
          )}
        </>
      )}
    </Field>
  )
}

export type NumberFieldProps = FieldProps & {
  value?: number | string
  /** Whether decimals are wanted; they are written with a comma or a point. */
  decimals?: boolean
}

/**
 * A number as text with the right keyboard, read on the server as people write numbers. The browser's own number input drops a
 * decimal comma without a word and follows the mouse wheel.
 */
export function NumberField({ value = '', decimals = false, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      {(control, posted) => (
        <input
          {...control}
          type="text"
          inputMode={decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          defaultValue={oneValue(posted, typeof value === 'number' ? numberText(value) : value)}
        />
      )}
    </Field>
  )
}

/** A colour, by the browser's own picker; posts `#rrggbb`. */
export function ColourField({ value = '', ...field }: FieldProps & { value?: string }) {
  return (
    <Field {...field}>
      {(control, posted) => {
        // The browser's picker has a value always, so it is not asked for.
        const { 'aria-required': _required, ...rest } = control
        return <input {...rest} type="color" defaultValue={oneValue(posted, value)} />
      }}
    </Field>
  )
}

/** A file. What was chosen cannot be shown again after a refused post. */
export function FileField({ accept, ...field }: FieldProps & { accept: string }) {
  return (
    <Field {...field}>
      {(control) => {
        const { 'aria-required': _required, ...rest } = control
        return <input {...rest} type="file" accept={accept} />
      }}
    </Field>
  )
}
