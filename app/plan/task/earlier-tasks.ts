import type { Sight } from '#app/policy/policy.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { openBefore } from './open-before.ts'

type EarlierRow = Pick<TaskRow, 'id' | 'title' | 'doneOn' | 'dependsOn' | 'privateTo'>

/** The open tasks before one that a person sees, and so may check off too, in working order. */
export const openEarlier = <Row extends EarlierRow>(tasks: readonly Row[], taskId: string, sight: Sight): Row[] =>
  openBefore(tasks, taskId).filter((task) => !isHiddenFrom(task, sight))

/** What a person is asked who has checked off a task. */
export type EarlierTasks = {
  taskId: string
  /** Those that they can check off too. */
  open: { id: string; title: string }[]
  /** How many more a company keeps to itself: it alone can check them off. */
  kept: { company: string; tasks: number }[]
}

/** The open tasks before one that was checked off; null where there are none. */
export function earlierTasks(
  { plan, tasks }: { plan: { workspace: string; account: string }; tasks: readonly EarlierRow[] },
  taskId: string,
  sight: Sight,
): EarlierTasks | null {
  const all = openBefore(tasks, taskId)
  if (all.length === 0) return null
  const keptBy = (side: 'vendor' | 'customer') =>
    all.filter((task) => task.privateTo === side && isHiddenFrom(task, sight)).length
  const kept = [
    { company: plan.workspace, tasks: keptBy('vendor') },
    { company: plan.account, tasks: keptBy('customer') },
  ]
  return {
    taskId,
    open: openEarlier(tasks, taskId, sight).map(({ id, title }) => ({ id, title })),
    kept: kept.filter((own) => own.tasks > 0),
  }
}
