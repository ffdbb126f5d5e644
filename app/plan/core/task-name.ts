import { quoted } from '#app/ui/name-words.ts'
import { isHiddenFrom } from './cut-rows.ts'
import type { PlanRows, TaskRow } from './compute-plan.ts'
import { privateTaskWords } from './private-words.ts'
import type { Sight } from '#app/policy/policy.ts'

type NamedPlan = { workspace: string; account: string }
type NamedTask = Pick<TaskRow, 'privateTo' | 'title'>
export type NamedRows = PlanRows & { plan: NamedPlan }

/** What someone may call a task: its title, of one that is hidden from them only whose it is. */
export function bareName({ plan, sight }: { plan: NamedPlan; sight: Sight }, task: NamedTask): string {
  const company = task.privateTo === 'vendor' ? plan.workspace : plan.account
  return isHiddenFrom(task, sight) ? privateTaskWords(company) : task.title
}

/** A task's title for a reader; of one that is hidden from them only whose it is. */
export function taskName({ rows, sight }: { rows: NamedRows; sight: Sight }, id: string): string {
  const task = rows.tasks.find((it) => it.id === id)
  if (!task) return 'a deleted task'
  const name = bareName({ plan: rows.plan, sight }, task)
  return isHiddenFrom(task, sight) ? name : quoted(name)
}
