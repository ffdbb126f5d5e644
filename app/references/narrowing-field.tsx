import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { SelectField, type SelectFieldProps } from '#app/ui/select-field.tsx'
import { narrowingWords } from './reference-words.ts'

type Props = Pick<SelectFieldProps, 'name' | 'label' | 'width'> & {
  /** What the list is narrowed to; null for all. */
  chosen: string | null
  /** What it can be narrowed to. What is chosen is offered too, although nothing may have it any longer. */
  values: readonly string[]
}

/** Narrows a list of references to one value of a field, or to any. */
export const NarrowingField = ({ chosen, values, ...field }: Props) => (
  <SelectField
    {...field}
    value={chosen ?? ''}
    options={[
      { value: '', text: narrowingWords.any },
      ...[...new Set([...values, ...(chosen === null ? [] : [chosen])])].map((value) => ({ value, text: value })),
    ]}
  />
)

/** Narrows a list of references to one kind, or to any. */
export const KindField = ({ chosen, ...field }: Omit<Props, 'values' | 'name'>) => (
  <SelectField
    {...field}
    name="kind"
    value={chosen ?? ''}
    options={[
      { value: '', text: narrowingWords.any },
      ...referenceKinds.map((kind) => ({ value: kind, text: kindLabels[kind] })),
    ]}
  />
)
