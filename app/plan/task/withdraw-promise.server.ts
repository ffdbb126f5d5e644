import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { takeTask } from '../core/take-task.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { promiseRefusals } from './promise-section-words.ts'
import { refusePromise } from './refuse-promise.server.ts'

/**
 * Takes a promised date back, the one that its sender saw. A task without one stays as it is.
 * @throws Refusal 409 where another day has been promised since
 */
export const withdrawPromise = defineCommand({
  name: 'withdraw-promise',
  scope: 'plan',
  input: z.object({ taskId: fields.requiredId(), promisedOn: fields.optionalIsoDate().optional() }),
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, input, record } = context
    const { task } = await takeTask(context, input.taskId)
    refusePromise(context, task)
    if (task.promisedOn === null) return { taskId: task.id }
    if (input.promisedOn && input.promisedOn !== task.promisedOn) throw new Refusal(409, promiseRefusals.isAnother)
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
