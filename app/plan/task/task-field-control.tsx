import { NumberField } from '#app/ui/number-field.tsx'
import type { Option } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { type TaskField, definitionOf } from '../core/task-fields.ts'

type Props = {
  field: TaskField
  value: string
  /** What a side can be. */
  sides?: readonly Option[]
  width?: 'half'
}

/** The control of one field of a task, by what the field holds. */
export function TaskFieldControl({ field, value, sides = [], width }: Props) {
  const definition = definitionOf(field)
  const { label, optional } = definition
  const control = { name: field, label, ...(optional && { optional }), ...(width && { width }) }
  switch (definition.kind) {
    case 'text':
      return <TextField {...control} value={value} maxLength={definition.maxLength} />
    case 'number':
      return <NumberField {...control} value={value} />
    case 'date':
      return <DateField {...control} value={value} />
    case 'side':
      return <SelectField {...control} options={sides} value={value} />
  }
}
