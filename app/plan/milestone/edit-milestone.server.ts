import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fault, notFound } from '#app/runner/refusal.ts'
import { editMilestoneInput } from '../model.ts'
import { isGoal } from '../core/compute-plan.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { undoably } from '../undo/undoably.server.ts'
import { milestoneFormWords, milestoneRefusals } from './milestone-words.ts'

/** Renames a milestone or moves it to another stage; the two goals stay in theirs. */
export const editMilestone = defineCommand({
  name: 'edit-milestone',
  scope: 'plan',
  input: editMilestoneInput,
  async current({ trx, workspaceId, row, input }) {
    const stored = await trx
      .selectFrom('milestone')
      .select(['id', 'title', 'stage'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('id', '=', input.milestoneId)
      .executeTakeFirst()
    if (!stored) throw notFound()
    return {
      subjectId: stored.id,
      fields: {
        title: { label: milestoneFormWords.title, value: stored.title },
        stage: { label: milestoneFormWords.stage, value: stored.stage },
      },
    }
  },
  run: undoably(async (context, touched) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const before = await takePlan(context)
    const { milestones } = before
    const stored = milestones.find(({ id }) => id === input.milestoneId)
    if (!stored) throw notFound()
    if (touched.size === 0) return { milestoneId: stored.id }
    const moves = touched.has('stage')
    if (moves && isGoal(milestones, stored.id)) throw fault('stage', milestoneRefusals.staysInStage)
    const title = touched.has('title') ? input.title : stored.title
    const stage = moves ? input.stage : stored.stage
    const last = milestones.findLast((it) => it.stage === stage)
    const isGoalStage = stage === 'Rollout' || stage === 'Value'
    const position = moves ? (last ? last.position + (isGoalStage ? 0 : 1) : 0) : stored.position
    if (moves && last && isGoalStage)
      await trx
        .updateTable('milestone')
        .set({ position: last.position + 1 })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', last.id)
        .execute()
    await trx
      .updateTable('milestone')
      .set({ title, stage, position })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', stored.id)
      .execute()
    const changed = (['title', 'stage'] as const).filter((field) => touched.has(field))
    await record({
      event: 'milestone changed',
      subjectId: stored.id,
      subject: title,
      changes: changedFields(changed, stored, { title, stage }),
    })
    await checkSchedule(context, { before, today: todayIn(row.timeZone) })
    return { milestoneId: stored.id }
  }),
})
