import { defineCommand } from '#app/runner/command.ts'
import { taskIdInput } from '../model.ts'
import { takeTask } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { deleteTasks } from './delete-tasks.server.ts'

/** Takes a task off the plan. */
export const removeTask = defineCommand({
  name: 'remove-task',
  scope: 'plan',
  input: taskIdInput,
  run: makeUndoable(async (context) => {
    const { rows, task } = await takeTask(context, context.input.taskId)
    await deleteTasks(context, rows, [task])
    return null
  }),
})
