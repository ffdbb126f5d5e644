import { defineCommand } from '#app/runner/command.ts'
import { takePlan } from '../core/take-task.server.ts'
import { removeTasksInput } from '../model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { findTasks } from './find-tasks.server.ts'
import { deleteTasks } from './delete-tasks.server.ts'

/** Takes the tasks that were selected off the plan, as one change. */
export const removeTasks = defineCommand({
  name: 'remove-tasks',
  scope: 'plan',
  input: removeTasksInput,
  run: makeUndoable(async (context) => {
    const rows = await takePlan(context)
    await deleteTasks(context, rows, await findTasks(context, rows.tasks, context.input.taskIds))
    return null
  }),
})
