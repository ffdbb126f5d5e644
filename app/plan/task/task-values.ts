import type { SittingRule } from '../sittings/sittings.ts'
import type { TaskFormValues } from '../core/task-fields.ts'
import type { ChosenLink } from './dependency-choice.ts'

export type TaskValues = TaskFormValues & {
  /** Markdown; blank for none. */
  description: string
  /** `member:<id>`, `participant:<id>`, `placeholder:<name>`, `else` with `ownerName`, or empty. */
  owner: string
  /** Working days; blank where no one said. */
  atBest: number | string
  atWorst: number | string
  dependsOn: ChosenLink[]
  sittings: SittingRule | null
  private: boolean
}
