import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseWithoutResult } from '../core/refuse-without-result.server.ts'
import { resultLabels } from '../core/result-words.ts'
import { takePlan, takeTask } from '../core/take-task.server.ts'
import { giveResultInput } from './result-inputs.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { resultRefusals } from './task-result-words.ts'

/** Keeps the link or the sentence that a task asks for; nothing takes it away again, as long as the task is open. */
export const giveResult = defineCommand({
  name: 'give-result',
  scope: 'plan',
  input: giveResultInput,
  async current(context) {
    const { task } = await takeTask(context, context.input.taskId)
    return {
      subjectId: task.id,
      fields: { result: { label: resultLabels.result, value: task.result?.given ?? null } },
    }
  },
  run: makeUndoable(async (context, touched) => {
    const { trx, workspaceId, input, record } = context
    const { task, rows: before } = await takeTask(context, input.taskId)
    const { result } = task
    if (result?.asks !== 'link' && result?.asks !== 'sentence') throw fieldRefusal('result', resultRefusals.notAsked)
    const given = input.result
    if (result.asks === 'link' && given !== null && !isWebAddress(given))
      throw fieldRefusal('result', resultRefusals.noAddress)
    if (touched.size === 0) {
      if (given === null) throw fieldRefusal('result', resultRefusals.enterOne)
      return { taskId: task.id }
    }
    await trx
      .updateTable('task')
      .set({ resultGiven: given })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'result given',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { result: { before: result.given, after: given } },
    })
    refuseWithoutResult(before, await takePlan(context))
    return { taskId: task.id }
  }),
})

/** A name before the host is there to look like another host. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return !username && !password
}
