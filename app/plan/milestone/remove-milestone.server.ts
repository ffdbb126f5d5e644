import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { isGoal } from '../core/compute-plan.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { removeMilestoneInput } from '../model.ts'
import { placeTasks } from '../outline/place-tasks.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { milestoneRefusals } from './milestone-words.ts'

/** Deletes a milestone; its tasks go to another one. The two goals stay. */
export const removeMilestone = defineCommand({
  name: 'remove-milestone',
  scope: 'plan',
  input: removeMilestoneInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const rows = await takePlan(context)
    const milestone = rows.milestones.find(({ id }) => id === input.milestoneId)
    if (!milestone) return refuseMissing(context, [input.milestoneId])
    if (isGoal(rows.milestones, milestone.id)) throw fieldRefusal('tasksTo', milestoneRefusals.isGoal)
    const tasks = rows.tasks.filter(({ milestoneId }) => milestoneId === milestone.id)
    const heir = rows.milestones.find(({ id }) => id === input.tasksTo && id !== milestone.id)
    if (tasks.length > 0 && !heir) throw fieldRefusal('tasksTo', milestoneRefusals.chooseTasksTo)
    await record({
      event: 'milestone removed',
      subjectId: milestone.id,
      subject: milestone.title,
      changes: { title: { before: milestone.title, after: null }, stage: { before: milestone.stage, after: null } },
    })
    if (heir && tasks.length > 0) await placeTasks(context, rows, { tasks, milestone: heir })
    await trx.deleteFrom('milestone').where('workspaceId', '=', workspaceId).where('id', '=', milestone.id).execute()
    const { rows: after } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone) })
    await reachPurchase(context, after)
    return null
  }),
})
