import { sightOf } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { moveItems } from '../outline/moves.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { splitMilestoneInput } from '../model.ts'
import { placeTasks } from '../outline/place-tasks.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { orderMilestones } from './order-milestones.server.ts'
import { milestoneRefusals } from './milestone-words.ts'

/** Puts some tasks of a milestone into a new one that comes before it, so that a goal stays the goal. */
export const splitMilestone = defineCommand({
  name: 'split-milestone',
  scope: 'plan',
  input: splitMilestoneInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, standings, record, todayIn } = context
    const rows = await takePlan(context)
    const sight = sightOf(standings)
    const whole = rows.milestones.find(({ id }) => id === input.milestoneId)
    if (!whole) return refuseMissing(context, [input.milestoneId])
    const own = rows.tasks.filter((task) => task.milestoneId === whole.id)
    const tasks = own.filter((task) => input.taskIds.includes(task.id) && !isHiddenFrom(task, sight))
    if (tasks.length < input.taskIds.length) throw fieldRefusal('taskIds', milestoneRefusals.taskGone)
    if (tasks.length === 0) throw fieldRefusal('taskIds', milestoneRefusals.selectTasks)
    if (tasks.length === own.length) throw fieldRefusal('taskIds', milestoneRefusals.leaveTask)
    const { stage } = whole
    const part = { id: newId(), stage, position: whole.position, title: input.title }
    const siblings = rows.milestones.filter((milestone) => milestone.stage === stage)
    const before = siblings[siblings.findIndex(({ id }) => id === whole.id) - 1]?.id ?? null
    await trx
      .insertInto('milestone')
      .values({ workspaceId, planId: row.id, ...part })
      .execute()
    await orderMilestones(context, moveItems(siblings, [part], before))
    await record({
      event: 'milestone added',
      subjectId: part.id,
      subject: part.title,
      changes: { title: { before: null, after: part.title }, stage: { before: null, after: stage } },
    })
    await placeTasks(context, rows, { tasks, milestone: part })
    const { rows: after } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone) })
    await reachPurchase(context, after)
    return { milestoneId: part.id }
  }),
})
