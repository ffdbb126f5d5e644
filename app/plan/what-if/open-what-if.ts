import type { PlanRows } from '../core/compute-plan.ts'
import type { Edit } from '../edits/edit.ts'
import type { ToldFault } from '../core/tell-faults.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import type { PlanView } from '../view/plan-view.ts'
import type { GoalField } from './what-if-asks.ts'
import type { Difference } from './difference.ts'

/** What is tried, computed. */
export type OpenWhatIf = {
  material: PlanMaterial
  /** The rows with all that is tried in them, also what cannot be. */
  rows: PlanRows
  shown: PlanView
  edits: readonly Edit[]
  /** What stood in each edited field when it was first edited. */
  seen: Record<string, string>
  /** The task whose fields are open. */
  task: string | null
  /** The one of the plan's two dates at which these are open. */
  goals: GoalField | null
  title: string
  difference: Difference | null
  /** What to know before it is applied. */
  notes: readonly string[]
  faults: readonly ToldFault[]
  mayApply: boolean
  /** The plan has changed since this was opened: it is tried on the newest. */
  isOnNewer: boolean
}
