import type { Option } from '#app/ui/option.ts'
import type { DependencyChoice } from './dependency-choice.ts'
import type { TaskValues } from './task-values.ts'

/** What the form of a task offers to choose from. */
export type TaskFormChoices = {
  owners: { vendor: readonly Option[]; customer: readonly Option[]; placeholders: readonly Option[] }
  companies: { vendor: string; customer: string }
  /** Every other task of the plan that this one might wait for. */
  choices: readonly DependencyChoice[]
  /** The reader’s side, where this task can be private to it: what both sides know stays with the side whose task it is. */
  mayBePrivateTo: 'vendor' | 'customer' | null
}

/** What a field of a task that is edited in its row needs besides the row. */
export type TaskChoices = Pick<TaskFormChoices, 'owners' | 'companies'> & {
  values: TaskValues
  /** The other open tasks of the placeholder in charge. */
  alsoOwns: readonly string[]
}
