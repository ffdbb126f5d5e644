import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { ownerValue } from '../core/owner-value.ts'
import { refuseStrangeApprover, resolveOwner } from './owners.server.ts'
import { resultLabels } from '../core/result-words.ts'
import { takeTask } from '../core/take-task.server.ts'
import { askResultInput } from './result-inputs.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { resultRefusals } from './task-result-words.ts'

/** Says what a task asks for before it can be marked done. To ask for something else removes what was given. */
export const askResult = defineCommand({
  name: 'ask-result',
  scope: 'plan',
  input: askResultInput,
  async current(context) {
    const { task } = await takeTask(context, context.input.taskId)
    return {
      subjectId: task.id,
      fields: {
        resultAsks: { label: resultLabels.resultAsks, value: task.result?.asks ?? null },
        approver: { label: resultLabels.approver, value: ownerValue(task.result?.approver ?? null) },
      },
    }
  },
  run: makeUndoable(async (context, touched) => {
    const { trx, workspaceId, input, record } = context
    const { task } = await takeTask(context, input.taskId)
    const asks = touched.has('resultAsks') ? (input.resultAsks ?? null) : (task.result?.asks ?? null)
    const stored = ownerValue(task.result?.approver ?? null)
    const wanted = touched.has('approver') ? (input.approver ?? '') : stored
    const isApproval = asks === 'approval'
    if (touched.size === 0) return { taskId: task.id }
    if (task.doneOn !== null && asks !== null) throw fieldRefusal('resultAsks', resultRefusals.isDone)
    if (isApproval && !/^(member|participant):/.test(wanted))
      throw fieldRefusal('approver', resultRefusals.chooseApprover)
    const approver = isApproval ? (await resolveOwner(context, wanted, null)).owner : null
    await refuseStrangeApprover(context, approver, { privateTo: task.privateTo, field: 'approver' })
    const was = { resultAsks: task.result?.asks ?? null, approver: task.result?.approver?.name ?? null }
    const is = { resultAsks: asks, approver: approver?.name ?? null }
    if (was.resultAsks === is.resultAsks && ownerValue(approver) === stored) return { taskId: task.id }
    await trx
      .updateTable('task')
      .set({
        resultAsks: asks,
        resultGiven: null,
        approverMemberId: approver?.kind === 'member' ? approver.id : null,
        approverParticipantId: approver?.kind === 'participant' ? approver.id : null,
        approvalAsked: false,
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'result asked',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: changedFields(['resultAsks', 'approver'], was, is),
    })
    return { taskId: task.id }
  }),
})
