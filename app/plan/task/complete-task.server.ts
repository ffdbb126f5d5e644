import { defineCommand } from '#app/runner/command.ts'
import type { NewEvent } from '#app/runner/events/catalogue.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { sightOf } from '#app/policy/policy.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { completeTaskInput } from '../model.ts'
import { refuseGated } from '../gates/refuse-gated.server.ts'
import { refuseWithoutResult } from '../core/refuse-without-result.server.ts'
import { checkSchedule, takeTask } from '../core/take-task.server.ts'
import { openEarlier } from './earlier-tasks.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'
import { taskRefusals } from './task-refusal-words.ts'

/**
 * Checks a task off, today in the plan's zone or on an earlier day, where that is wanted with the open tasks before it. One that is done
 * already stays as it is.
 */
export const completeTask = defineCommand({
  name: 'complete-task',
  scope: 'plan',
  input: completeTaskInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, standings, record, todayIn } = context
    const { task, rows: before } = await takeTask(context, input.taskId)
    const today = todayIn(row.timeZone)
    const doneOn = input.doneOn ?? task.doneOn ?? today
    const earlier = input.withEarlier ? openEarlier(before.tasks, task.id, sightOf(standings)) : []
    const done = [
      ...earlier.filter(({ id }) => input.earlier?.includes(id) ?? true),
      ...(doneOn === task.doneOn ? [] : [task]),
    ]
    if (done.length === 0) return { taskId: task.id }
    if (doneOn > today) throw fieldRefusal('doneOn', planRefusals.dateInFuture)
    const tooEarly = done.find(({ startedOn }) => startedOn && doneOn < startedOn)
    if (tooEarly === task) throw fieldRefusal('doneOn', taskRefusals.doneBeforeStart)
    if (tooEarly) throw fieldRefusal('doneOn', taskRefusals.doneBeforeStartOf(tooEarly.title))
    const write = trx
      .updateTable('task')
      .set({ doneOn, sentBackReason: null, sentBackBy: null })
      .where('workspaceId', '=', workspaceId)
      .where(
        'id',
        'in',
        done.map(({ id }) => id),
      )
    // Sent together; the schedule is checked with the tasks done.
    const [, { rows }] = await Promise.all([
      write.execute(),
      checkSchedule(context, { before, today, about: task.id }),
      ...done.map((it, at) => record(completedEvent(it, doneOn, at === 0 ? done.slice(1) : []))),
    ])
    refuseGated(before, rows)
    refuseWithoutResult(before, rows)
    await reachPurchase(context, rows)
    return { taskId: task.id }
  }),
})

/** @param others checked off with it; both sides read how many, except for those that a side keeps to itself */
function completedEvent(task: TaskRow, doneOn: IsoDate, others: readonly TaskRow[]): NewEvent<'task completed'> {
  const told = others.filter(({ privateTo }) => privateTo === null || privateTo === task.privateTo).length
  return {
    event: 'task completed',
    subjectId: task.id,
    subject: task.title,
    visibleTo: task.privateTo,
    changes: {
      doneOn: { before: task.doneOn, after: doneOn },
      ...(task.promisedOn && { promisedOn: { before: task.promisedOn, after: null } }),
      ...(told > 0 && { others: { before: null, after: told } }),
    },
  }
}
