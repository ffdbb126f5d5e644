import type { ComponentProps } from 'react'
import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { oneValue } from './form-context.ts'

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

export type TextAreaProps = FieldProps & { value?: string; rows?: number; maxLength?: number }

/** Several lines of text. */
export function TextArea({ value = '', rows = 3, maxLength, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(control, posted) => (
        <textarea {...control} dir="auto" rows={rows} maxLength={maxLength} defaultValue={oneValue(posted, value)} />
      )}
    </Field>
  )
}

export type DateFieldProps = FieldProps & { value?: string; min?: string; max?: string }

/** A calendar day, by the browser's own date input; posts `YYYY-MM-DD`. Without a `max` browsers take years of six digits. */
export function DateField({ value = '', min, max = '9999-12-31', ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      {(control, posted) => (
        <input {...control} type="date" min={min} max={max} defaultValue={oneValue(posted, value)} />
      )}
    </Field>
  )
}

export type NumberFieldProps = FieldProps & {
  value?: number | string
  min?: number
  max?: number
  step?: number | 'any'
}

/** A number, by the browser's own input. `step="any"` lets decimals through. */
export function NumberField({ value = '', min, max, step = 1, ...field }: NumberFieldProps) {
  const range = { min, max, step }
  return (
    <Field {...field}>
      {(control, posted) => (
        <input
          {...control}
          {...range}
          type="number"
          inputMode={step === 'any' ? 'decimal' : 'numeric'}
          defaultValue={oneValue(posted, String(value))}
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
