import { defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'
import { completeTaskInput } from '../model.ts'
import { checkSchedule, takeTask } from '../core/take-task.server.ts'
import { reachPurchase } from './reach-purchase.server.ts'
import { undoably } from '../undo/undoably.server.ts'
import { planRefusals } from '../core/refusal-words.ts'
import { taskRefusals } from './task-words.ts'

/** Checks a task off, today in the plan's zone or on an earlier day. One that is done already stays as it is. */
export const completeTask = defineCommand({
  name: 'complete-task',
  scope: 'plan',
  input: completeTaskInput,
  run: undoably(async (context) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const { task, rows: before } = await takeTask(context, input.taskId)
    const today = todayIn(row.timeZone)
    const doneOn = input.doneOn ?? task.doneOn ?? today
    if (doneOn === task.doneOn) return { taskId: task.id }
    if (doneOn > today) throw fault('doneOn', planRefusals.dateInFuture)
    if (task.startedOn && doneOn < task.startedOn) throw fault('doneOn', taskRefusals.doneBeforeStart)
    const done = trx
      .updateTable('task')
      .set({ doneOn, sentBackReason: null, sentBackBy: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
    // Sent together; the schedule is checked with the task done.
    const [, , { rows }] = await Promise.all([
      done.execute(),
      record({
        event: 'task completed',
        subjectId: task.id,
        subject: task.title,
        visibleTo: task.privateTo,
        changes: { doneOn: { before: task.doneOn, after: doneOn } },
      }),
      checkSchedule(context, { before, today, about: task.id }),
    ])
    await reachPurchase(context, rows)
    return { taskId: task.id }
  }),
})
