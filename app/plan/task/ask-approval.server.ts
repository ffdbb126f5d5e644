import { planLinks } from '#app/kit/paths.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { takeTask } from '../core/take-task.server.ts'
import { taskIdInput } from '../model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { personAddress } from './person-address.server.ts'
import { resultRefusals } from './task-result-words.ts'

/** Asks the person whose approval a task needs for it: the email of the day tells them. Asked already, nothing changes. */
export const askApproval = defineCommand({
  name: 'ask-approval',
  scope: 'plan',
  input: taskIdInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, actor, record, notify } = context
    const { task } = await takeTask(context, input.taskId)
    const { result } = task
    if (result?.asks !== 'approval' || !result.approver) throw new Refusal(422, resultRefusals.notAsked)
    if (result.given !== null || result.isAsked) return { taskId: task.id }
    await trx
      .updateTable('task')
      .set({ approvalAsked: true, sentBackReason: null, sentBackBy: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'approval asked',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { approver: { before: null, after: result.approver.name } },
    })
    const to = await personAddress(trx, { workspaceId, planId: row.id, privateTo: task.privateTo }, result.approver)
    if (to && result.approver.id !== actor.id)
      await notify({
        kind: 'approval-asked',
        to,
        planId: row.id,
        link: 'participantId' in to ? { kind: 'return', planId: row.id } : { path: planLinks(row.id).result(task.id) },
        facts: { by: actor.name, task: task.title, taskId: task.id },
      })
    return { taskId: task.id }
  }),
})
