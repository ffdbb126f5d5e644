import { paths } from '#app/kit/paths.ts'
import { todayIn } from '#app/kit/clock.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { scheduleOf } from '../core/compute-plan.ts'
import { dueOf } from '../core/due.ts'
import { takeTask } from '../core/take-task.server.ts'
import { answerApprovalInput } from './result-inputs.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { personAddress } from './person-address.server.ts'
import { resultRefusals } from './task-result-words.ts'

/** The named person approves the result of a task, or sends it back with a reason, which its owner is told. */
export const answerApproval = defineCommand({
  name: 'answer-approval',
  scope: 'plan',
  input: answerApprovalInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, actor, record, notify, now } = context
    const { task, rows } = await takeTask(context, input.taskId)
    const { result, owner } = task
    if (result?.asks !== 'approval') throw new Refusal(422, resultRefusals.notAsked)
    if (result.approver?.id !== actor.id) throw new Refusal(403, resultRefusals.onlyApprover)
    const isApproved = input.answer === 'approve'
    const { reason } = input
    if (!isApproved && reason === null) throw fieldRefusal('reason', resultRefusals.enterReason)
    if (isApproved && result.given !== null) return { taskId: task.id }
    if (!isApproved && task.doneOn !== null) throw new Refusal(422, resultRefusals.doneAlready)
    await trx
      .updateTable('task')
      .set({
        resultGiven: isApproved ? actor.name : null,
        approvalAsked: false,
        sentBackReason: isApproved ? null : reason,
        sentBackBy: isApproved ? null : actor.name,
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    const about = { subjectId: task.id, subject: task.title, visibleTo: task.privateTo }
    await record(
      isApproved
        ? { event: 'approval given', ...about, changes: {} }
        : { event: 'approval sent back', ...about, changes: { reason: { before: null, after: reason } } },
    )
    const place = { workspaceId, planId: row.id, privateTo: task.privateTo }
    const to = isApproved ? undefined : await personAddress(trx, place, owner)
    if (owner && to && reason !== null && owner.id !== actor.id) {
      const schedule = scheduleOf(rows, todayIn(row.timeZone, now))
      const { workspace, account, project } = rows.plan
      await notify({
        kind: 'task-sent-back',
        to,
        planId: row.id,
        link: 'participantId' in to ? { kind: 'return', planId: row.id } : { path: paths.plan(row.id) },
        facts: {
          ...{ workspace, account, project, name: owner.name, task: task.title, taskId: task.id },
          ...{ by: actor.name, reason },
          doBy: dueOf({ rows, schedule }, task.id).dueOn,
        },
      })
    }
    return { taskId: task.id }
  }),
})
