import { paths } from '#app/kit/paths.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { dueOf } from '../core/due.ts'
import { sendBackTaskInput } from '../model.ts'
import { checkSchedule, takeTask } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { personAddress } from './person-address.server.ts'
import { taskRefusals } from './task-refusal-words.ts'

/** Opens a task again that was checked off too soon, with a reason that the person in charge is told. */
export const sendBackTask = defineCommand({
  name: 'send-back-task',
  scope: 'plan',
  input: sendBackTaskInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, actor, record, notify, todayIn } = context
    const { task, rows: before } = await takeTask(context, input.taskId)
    if (task.doneOn === null) throw new Refusal(422, taskRefusals.openAlready)
    await trx
      .updateTable('task')
      .set({ doneOn: null, sentBackReason: input.reason, sentBackBy: actor.name })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'task sent back',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { doneOn: { before: task.doneOn, after: null }, reason: { before: null, after: input.reason } },
    })
    const { rows, schedule } = await checkSchedule(context, { before, today: todayIn(row.timeZone), about: task.id })
    const { owner } = task
    const to = await personAddress(trx, { workspaceId, planId: row.id, privateTo: task.privateTo }, owner)
    if (owner && to && owner.id !== actor.id)
      await notify({
        kind: 'task-sent-back',
        to,
        planId: row.id,
        link: 'participantId' in to ? { kind: 'return', planId: row.id } : { path: paths.plan(row.id) },
        facts: {
          workspace: rows.plan.workspace,
          account: rows.plan.account,
          project: rows.plan.project,
          name: owner.name,
          task: task.title,
          taskId: task.id,
          by: actor.name,
          reason: input.reason,
          doBy: dueOf({ rows, schedule }, task.id).dueOn,
        },
      })
    return { taskId: task.id }
  }),
})
