import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { goalsOf, lacksProof } from '../core/compute-plan.ts'
import { milestoneEvidenceLabels } from '../core/milestone-evidence-words.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, takePlan } from '../core/take-task.server.ts'
import { proveMilestoneInput } from '../model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { evidenceRefusals } from './evidence-words.ts'
import { findEditedMilestone } from './find-edited-milestone.server.ts'
import { proofColumns } from './proof-columns.ts'

const columns = ['evidence', 'passedWithout'] as const

/** Keeps the evidence that a milestone asks for, or why it is passed without; neither takes it away again. */
export const proveMilestone = defineCommand({
  name: 'prove-milestone',
  scope: 'plan',
  input: proveMilestoneInput,
  async current(context) {
    const stored = await findEditedMilestone(context)
    return {
      subjectId: stored.id,
      fields: {
        evidence: { label: milestoneEvidenceLabels.evidence, value: stored.evidence },
        passedWithout: { label: milestoneEvidenceLabels.passedWithout, value: stored.passedWithout },
      },
    }
  },
  run: makeUndoable(async (context, touched) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const before = await takePlan(context)
    const milestone = before.milestones.find(({ id }) => id === input.milestoneId)
    if (!milestone) return refuseMissing(context, [input.milestoneId])
    const { exitEvidence, proof } = milestone
    if (exitEvidence === null || milestone.id === goalsOf(before.milestones).win)
      throw fieldRefusal('evidence', evidenceRefusals.notAsked)
    const stored = proofColumns(proof)
    const wanted = {
      evidence: touched.has('evidence') ? input.evidence : stored.evidence,
      passedWithout: touched.has('passedWithout') ? input.passedWithout : stored.passedWithout,
    }
    if (wanted.evidence !== null && wanted.passedWithout !== null)
      throw fieldRefusal('passedWithout', evidenceRefusals.onlyOne)
    if (touched.size === 0 && lacksProof(milestone)) throw fieldRefusal('evidence', evidenceRefusals.enterOne)
    if (touched.size === 0) return { milestoneId: milestone.id }
    await trx
      .updateTable('milestone')
      .set(wanted)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', milestone.id)
      .execute()
    await record({
      event: 'milestone proved',
      subjectId: milestone.id,
      subject: milestone.title,
      changes: changedFields(
        columns.filter((field) => touched.has(field)),
        stored,
        wanted,
      ),
    })
    const { rows } = await checkSchedule(context, { before, today: todayIn(row.timeZone) })
    await reachPurchase(context, rows)
    return { milestoneId: milestone.id }
  }),
})
