import type { OptionGroup } from '#app/ui/option.ts'
import type { TaskView } from '../view/plan-view.ts'
import { noOwnerWords } from '../view/plan-words.ts'
import { notNamedWords } from '../core/task-words.ts'
import type { TaskChoices } from '../task/task-form-choices.ts'

/** The people of the side whose task it is come first. */
export function ownerChoices({ owners, companies }: TaskChoices, side: TaskView['side']): OptionGroup[] {
  const [customer, vendor] = [
    { label: companies.customer, options: owners.customer },
    { label: companies.vendor, options: owners.vendor },
  ]
  return [
    ...(side === 'vendor' ? [vendor, customer] : [customer, vendor]),
    { label: notNamedWords, options: owners.placeholders },
    { label: '', options: [{ value: '', text: noOwnerWords }] },
  ]
}
