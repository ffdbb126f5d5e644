import { possessive } from '#app/ui/words.ts'
import { isHiddenFrom } from './cut-rows.ts'
import type { PlanRows } from './network.ts'
import type { ViewerSide } from './view.ts'

export type NamedRows = PlanRows & { plan: { workspace: string; account: string } }

/** A step's title for a side; of the other side's private one only whose it is. */
export function stepName({ rows, side }: { rows: NamedRows; side: ViewerSide }, id: string): string {
  const task = rows.tasks.find((it) => it.id === id)
  if (!task) return 'a step that is gone'
  const company = task.privateTo === 'vendor' ? rows.plan.workspace : rows.plan.account
  return isHiddenFrom(task, side) ? `a step of ${possessive(company)} own` : `“${task.title}”`
}
