import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { oneValue } from './form-reply.ts'
import type { Option, OptionGroup } from './option.ts'

export type SelectFieldProps = FieldProps & {
  value?: string
  options?: readonly Option[]
  /** Options under headings, after those without one. */
  groups?: readonly OptionGroup[]
}

const list = (options: readonly Option[]) =>
  options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.text}
    </option>
  ))

/** A choice of one, by the browser's own select. */
export function SelectField({ value = '', options = [], groups = [], ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control, posted) => (
        <select {...control} defaultValue={oneValue(posted, value)}>
          {list(options)}
          {groups
            .filter((group) => group.options.length > 0)
            .map((group) => (
              <optgroup key={group.label} label={group.label}>
                {list(group.options)}
              </optgroup>
            ))}
        </select>
      )}
    </Field>
  )
}
