import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { isGoal } from '../core/compute-plan.ts'
import { moveItems } from '../outline/moves.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { moveMilestoneInput } from '../model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { orderMilestones } from './order-milestones.server.ts'
import { milestoneRefusals } from './milestone-words.ts'

/** Gives a milestone another place within its stage. The two goals stay last in theirs. */
export const moveMilestone = defineCommand({
  name: 'move-milestone',
  scope: 'plan',
  input: moveMilestoneInput,
  run: makeUndoable(async (context) => {
    const { row, input, record, todayIn } = context
    const rows = await takePlan(context)
    const milestone = rows.milestones.find(({ id }) => id === input.milestoneId)
    if (!milestone) return refuseMissing(context, [input.milestoneId])
    const others = rows.milestones.filter(({ stage, id }) => stage === milestone.stage && id !== milestone.id)
    if ([milestone.id, input.after].some((id) => id !== null && isGoal(rows.milestones, id)))
      throw fieldRefusal('after', milestoneRefusals.staysLast)
    if (input.after && !others.some(({ id }) => id === input.after))
      throw fieldRefusal('after', milestoneRefusals.afterGone)
    const order = moveItems(others, [milestone], input.after)
    const isMoved = order.some(
      ({ id }, at) => rows.milestones.filter(({ stage }) => stage === milestone.stage)[at]?.id !== id,
    )
    if (!isMoved) return { milestoneId: milestone.id }
    await orderMilestones(context, order)
    await record({ event: 'milestone moved', subjectId: milestone.id, subject: milestone.title, changes: {} })
    const { rows: after } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone) })
    await reachPurchase(context, after)
    return { milestoneId: milestone.id }
  }),
})
