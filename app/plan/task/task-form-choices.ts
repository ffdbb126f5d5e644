import type { Option } from '#app/ui/option.ts'
import type { DependencyChoice } from './dependency-choice.ts'

/** What the form of a task offers to choose from. */
export type TaskFormChoices = {
  owners: { vendor: readonly Option[]; customer: readonly Option[]; placeholders: readonly Option[] }
  companies: { vendor: string; customer: string }
  /** Every other task of the plan that this one might wait for. */
  choices: readonly DependencyChoice[]
  /** The reader’s side, where this task can be private to it: what both sides know stays with the side whose task it is. */
  mayKeep: 'vendor' | 'customer' | null
}
