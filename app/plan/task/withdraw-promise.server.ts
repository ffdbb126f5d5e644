import { defineCommand } from '#app/runner/command.ts'
import { taskIdInput } from '../model.ts'
import { takeTask } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { refusePromise } from './refuse-promise.server.ts'

/** Takes a promised date back. A task without one stays as it is. */
export const withdrawPromise = defineCommand({
  name: 'withdraw-promise',
  scope: 'plan',
  input: taskIdInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, input, record } = context
    const { task } = await takeTask(context, input.taskId)
    refusePromise(context, task)
    if (task.promisedOn === null) return { taskId: task.id }
    await trx
      .updateTable('task')
      .set({ promisedOn: null, promisedBy: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'promise withdrawn',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { promisedOn: { before: task.promisedOn, after: null } },
    })
    return { taskId: task.id }
  }),
})
