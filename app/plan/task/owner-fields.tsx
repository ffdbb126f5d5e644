import { Check } from '#app/ui/check-group.tsx'
import type { Option, OptionGroup } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import { noOwnerWords } from '../view/plan-words.ts'
import { notNamedWords, taskLabels } from '../core/task-words.ts'
import { ownerFieldWords } from './owner-words.ts'
import type { TaskFormChoices } from './task-form-choices.ts'

export const noOne: Option[] = [{ value: '', text: noOwnerWords }]

/** The possible owners of a task: the people of both companies, and those who are not named yet. */
export const ownerGroups = ({ owners, companies }: Pick<TaskFormChoices, 'owners' | 'companies'>): OptionGroup[] => [
  { label: companies.customer, options: owners.customer },
  { label: companies.vendor, options: owners.vendor },
  { label: notNamedWords, options: [...owners.placeholders, { value: 'else', text: ownerFieldWords.someoneElse }] },
]

/** The name of the placeholder in charge, as the choices show it. */
export const placeholderText = ({ placeholders }: TaskFormChoices['owners'], owner: string): string =>
  placeholders.find(({ value }) => value === owner)?.text ?? ''

type OwnerFieldsProps = Pick<TaskFormChoices, 'owners' | 'companies'> & {
  value: string
  /** The other open tasks of the placeholder in charge. */
  alsoOwns: readonly string[]
}

/** The owner of a task. Posts `owner`, `ownerName` and, where the other tasks of a placeholder go along, `alsoFor`. */
export const OwnerFields = ({ value, alsoOwns, ...choices }: OwnerFieldsProps) => (
  <>
    <div className="half" id="owner">
      <SelectField name="owner" label={taskLabels.owner} options={noOne} groups={ownerGroups(choices)} value={value} />
    </div>
    <TextField
      name="ownerName"
      label={ownerFieldWords.ownerName}
      width="half"
      optional
      maxLength={textSizes.placeholder}
      hint={ownerFieldWords.ownerNameHint}
    />
    {alsoOwns.length > 0 && (
      <Check
        name="alsoFor"
        value={JSON.stringify(alsoOwns)}
        label={ownerFieldWords.alsoOwns(placeholderText(choices.owners, value), alsoOwns.length)}
        hint={ownerFieldWords.alsoOwnsHint}
      />
    )}
  </>
)
