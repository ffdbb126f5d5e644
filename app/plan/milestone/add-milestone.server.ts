import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { addMilestoneInput } from '../model.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'

/**
 * Adds a milestone at the end of its stage; in Rollout and Value before the goal that ends them, where there is one, so that
 * the goal stays the goal.
 */
export const addMilestone = defineCommand({
  name: 'add-milestone',
  scope: 'plan',
  input: addMilestoneInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const before = await takePlan(context)
    const { milestones } = before
    const { stage, title, exitEvidence = null } = input
    const isGate = input.gate === 'yes'
    const siblings = milestones.filter(({ stage }) => stage === input.stage)
    const last = siblings.at(-1)
    const milestoneId = newId()
    const isBeforeGoal = last !== undefined && (input.stage === 'Rollout' || input.stage === 'Value')
    const position = last ? (isBeforeGoal ? last.position : last.position + 1) : 0
    if (isBeforeGoal)
      await trx
        .updateTable('milestone')
        .set({ position: last.position + 1 })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', last.id)
        .execute()
    await trx
      .insertInto('milestone')
      .values({ workspaceId, id: milestoneId, planId: row.id, stage, position, title, exitEvidence, gate: isGate })
      .execute()
    await record({
      event: 'milestone added',
      subjectId: milestoneId,
      subject: input.title,
      changes: {
        title: { before: null, after: title },
        stage: { before: null, after: stage },
        ...(exitEvidence !== null && { exitEvidence: { before: null, after: exitEvidence } }),
        ...(isGate && { gate: { before: null, after: true } }),
      },
    })
    await checkSchedule(context, { before, today: todayIn(row.timeZone) })
    return { milestoneId }
  }),
})
