import type { Sight } from '#app/policy/policy.ts'
import type { OptionGroup } from '#app/ui/option.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { type OnePlaceMoves, movesOf } from '../outline/moves.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { milestoneChoices } from '../outline/milestone-choices.ts'

/** Where a task stands and where it can go. */
export type TaskPlace = { milestoneId: string; milestones: OptionGroup[]; moves: OnePlaceMoves }

/** The place of a task among those that this side sees. */
export function placeOfTask(
  { milestones, tasks }: Pick<StoredRows, 'milestones' | 'tasks'>,
  sight: Sight,
  { id, milestoneId }: TaskRow,
): TaskPlace {
  const seen = tasks.filter((task) => task.milestoneId === milestoneId && !isHiddenFrom(task, sight))
  const ids = seen.map((task) => task.id)
  return { milestoneId, milestones: milestoneChoices(milestones), moves: movesOf(ids, id) }
}
