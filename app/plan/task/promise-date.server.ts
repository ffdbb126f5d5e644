import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { ownerKey } from '../core/owner-value.ts'
import { takeTask } from '../core/take-task.server.ts'
import { taskLabels } from '../core/task-words.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { promiseDateInput } from './promise-date-input.ts'
import { promiseRefusals } from './promise-section-words.ts'
import { refusePromise } from './refuse-promise.server.ts'

/** Promises the day on which a task will be done, or another day than before. The schedule stays as it is. */
export const promiseDate = defineCommand({
  name: 'promise-date',
  scope: 'plan',
  input: promiseDateInput,
  async current(context) {
    const { task } = await takeTask(context, context.input.taskId)
    return {
      subjectId: task.id,
      fields: { promisedOn: { label: taskLabels.promisedOn, value: task.promisedOn } },
    }
  },
  run: makeUndoable(async (context, touched) => {
    const { trx, workspaceId, row, input, actor, record, todayIn } = context
    const { task } = await takeTask(context, input.taskId)
    refusePromise(context, task)
    const { promisedOn } = input
    if (touched.size === 0 || promisedOn === task.promisedOn) return { taskId: task.id }
    if (promisedOn < todayIn(row.timeZone)) throw fieldRefusal('promisedOn', promiseRefusals.passed)
    await trx
      .updateTable('task')
      .set({ promisedOn, promisedBy: ownerKey(task.owner) })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    const isOwn = task.owner?.id === actor.id
    await record({
      event: 'date promised',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: {
        promisedOn: { before: task.promisedOn, after: promisedOn },
        ...(!isOwn && { promisedBy: { before: null, after: task.owner?.name ?? null } }),
      },
    })
    return { taskId: task.id }
  }),
})
