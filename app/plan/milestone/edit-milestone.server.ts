import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { editMilestoneInput } from '../model.ts'
import { goalsOf, isGoal } from '../core/compute-plan.ts'
import { milestoneEvidenceLabels } from '../core/milestone-evidence-words.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { milestoneFormWords, milestoneRefusals } from './milestone-words.ts'
import { evidenceRefusals } from './evidence-words.ts'
import { findEditedMilestone } from './find-edited-milestone.server.ts'
import { proofColumns } from './proof-columns.ts'

/**
 * Renames a milestone, moves it to another stage, or says what it asks for before it is reached. The two goals stay in their stages; what
 * proved one thing does not prove another, and goes.
 */
export const editMilestone = defineCommand({
  name: 'edit-milestone',
  scope: 'plan',
  input: editMilestoneInput,
  async current(context) {
    const stored = await findEditedMilestone(context)
    return {
      subjectId: stored.id,
      fields: {
        title: { label: milestoneFormWords.title, value: stored.title },
        stage: { label: milestoneFormWords.stage, value: stored.stage },
        exitEvidence: { label: milestoneEvidenceLabels.exitEvidence, value: stored.exitEvidence },
        gate: { label: milestoneEvidenceLabels.gate, value: stored.gate ? 'yes' : 'no' },
      },
    }
  },
  run: makeUndoable(async (context, touched) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const before = await takePlan(context)
    const { milestones } = before
    const stored = milestones.find(({ id }) => id === input.milestoneId)
    if (!stored) return refuseMissing(context, [input.milestoneId])
    if (touched.size === 0) return { milestoneId: stored.id }
    const moves = touched.has('stage')
    if (moves && isGoal(milestones, stored.id)) throw fieldRefusal('stage', milestoneRefusals.staysInStage)
    const isWin = goalsOf(milestones).win === stored.id
    if (isWin && input.exitEvidence) throw fieldRefusal('exitEvidence', evidenceRefusals.winIsConfirmed)
    const title = touched.has('title') ? input.title : stored.title
    const exitEvidence = touched.has('exitEvidence') ? (input.exitEvidence ?? null) : stored.exitEvidence
    const oldProof = proofColumns(stored.proof)
    const proof = exitEvidence === stored.exitEvidence ? oldProof : proofColumns(null)
    const gate = touched.has('gate') ? input.gate === 'yes' : stored.isGate
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
      .set({ title, stage, position, exitEvidence, gate, ...proof })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', stored.id)
      .execute()
    const changed = (['title', 'stage', 'exitEvidence', 'gate'] as const).filter((field) => touched.has(field))
    const dropped = (['evidence', 'passedWithout'] as const).filter((field) => proof[field] !== oldProof[field])
    await record({
      event: 'milestone changed',
      subjectId: stored.id,
      subject: title,
      changes: {
        ...changedFields(changed, { ...stored, gate: stored.isGate }, { title, stage, exitEvidence, gate }),
        ...changedFields(dropped, oldProof, proof),
      },
    })
    const { rows } = await checkSchedule(context, { before, today: todayIn(row.timeZone) })
    // It may have been closed but for evidence that no one asks for any longer.
    await reachPurchase(context, rows)
    return { milestoneId: stored.id }
  }),
})
