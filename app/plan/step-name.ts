import { possessive } from '#app/ui/words.ts'
import { isHiddenFrom } from './cut-rows.ts'
import type { PlanRows, TaskRow } from './network.ts'
import type { ViewerSide } from './view.ts'

type NamedPlan = { workspace: string; account: string }
type NamedStep = Pick<TaskRow, 'privateTo' | 'title'>
export type NamedRows = PlanRows & { plan: NamedPlan }

/** What a side may call a step: its title, of the other side's private one only whose it is. */
export function bareName({ plan, side }: { plan: NamedPlan; side: ViewerSide }, task: NamedStep): string {
  const company = task.privateTo === 'vendor' ? plan.workspace : plan.account
  return isHiddenFrom(task, side) ? `a step of ${possessive(company)} own` : task.title
}

/** A step's title for a side; of the other side's private one only whose it is. */
export function stepName({ rows, side }: { rows: NamedRows; side: ViewerSide }, id: string): string {
  const task = rows.tasks.find((it) => it.id === id)
  if (!task) return 'a step that is gone'
  const name = bareName({ plan: rows.plan, side }, task)
  return isHiddenFrom(task, side) ? name : `“${name}”`
}
