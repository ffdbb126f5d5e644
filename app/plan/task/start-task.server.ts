import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { startTaskInput } from '../model.ts'
import { refuseGated } from '../gates/refuse-gated.server.ts'
import { checkSchedule, takeTask } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { contradictionRefusals, planRefusals } from '../core/plan-refusal-words.ts'

/** Notes the day on which work on a task began. */
export const startTask = defineCommand({
  name: 'start-task',
  scope: 'plan',
  input: startTaskInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const { task, rows: before } = await takeTask(context, input.taskId)
    const { startedOn } = input
    if (startedOn === task.startedOn) return { taskId: task.id }
    const today = todayIn(row.timeZone)
    if (startedOn > today) throw fieldRefusal('startedOn', planRefusals.dateInFuture)
    if (task.doneOn && task.doneOn < startedOn) throw fieldRefusal('startedOn', contradictionRefusals.startedAfterDone)
    await trx
      .updateTable('task')
      .set({ startedOn })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'task started',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { startedOn: { before: task.startedOn, after: startedOn } },
    })
    const { rows } = await checkSchedule(context, { before, today, about: task.id })
    refuseGated(before, rows)
    return { taskId: task.id }
  }),
})
