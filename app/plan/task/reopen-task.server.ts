import { defineCommand } from '#app/runner/command.ts'
import { taskIdInput } from '../model.ts'
import { checkSchedule, takeTask } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'

/** Takes a check-off back; the start is kept. A task that is open already stays as it is. */
export const reopenTask = defineCommand({
  name: 'reopen-task',
  scope: 'plan',
  input: taskIdInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const { task, rows: before } = await takeTask(context, input.taskId)
    if (task.doneOn === null) return { taskId: task.id }
    await trx
      .updateTable('task')
      .set({ doneOn: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'task reopened',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { doneOn: { before: task.doneOn, after: null } },
    })
    await checkSchedule(context, { before, today: todayIn(row.timeZone), about: task.id })
    return { taskId: task.id }
  }),
})
