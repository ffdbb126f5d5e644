import { sightOf } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { placeTasks } from '../outline/place-tasks.server.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { moveTasksInput } from '../model.ts'
import { findTasks } from './find-tasks.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { taskRefusals } from './task-refusal-words.ts'

/**
 * Moves tasks to a place of a milestone, in the order that they have on the plan. Their dependencies stay; the milestone is reached when the
 * last of its tasks is done, so its date can move.
 */
export const moveTasks = defineCommand({
  name: 'move-tasks',
  scope: 'plan',
  input: moveTasksInput,
  run: makeUndoable(async (context) => {
    const { row, input, standings, todayIn } = context
    const rows = await takePlan(context)
    const sight = sightOf(standings)
    const milestone = rows.milestones.find(({ id }) => id === input.milestoneId)
    if (!milestone) return refuseMissing(context, [input.milestoneId])
    const tasks = await findTasks(context, rows.tasks, input.taskIds)
    const { after } = input
    const isThere = (id: string) =>
      rows.tasks.some(
        (task) =>
          task.id === id &&
          task.milestoneId === milestone.id &&
          !isHiddenFrom(task, sight) &&
          !input.taskIds.includes(id),
      )
    if (after && !isThere(after)) throw fieldRefusal('after', taskRefusals.notInMilestone)
    const isThereAlready = after === undefined && tasks.every(({ milestoneId }) => milestoneId === milestone.id)
    if (isThereAlready) return { taskIds: input.taskIds }
    await placeTasks(context, rows, { tasks, milestone, after })
    const { rows: moved } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone) })
    await reachPurchase(context, moved)
    return { taskIds: tasks.map(({ id }) => id) }
  }),
})
