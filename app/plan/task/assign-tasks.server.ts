import { sideOf } from '#app/policy/policy.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { ownerValue, seenOwner } from '../core/owner-value.ts'
import { ownerChanges } from './owner-changes.ts'
import { refuseStrangerToAny, resolveOwner } from './owners.server.ts'
import { takePlan } from '../core/take-task.server.ts'
import { assignTasksInput } from '../model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { findTasks } from './find-tasks.server.ts'
import { editTaskEvents } from './edit-task-events.ts'
import { tellNewOwner } from './tell-new-owner.server.ts'
import { taskRefusals } from './task-refusal-words.ts'

/** Gives the tasks that were selected one owner, as one change. Those that have this owner already stay as they are. */
export const assignTasks = defineCommand({
  name: 'assign-tasks',
  scope: 'plan',
  input: assignTasksInput,
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, input, actor, record } = context
    const rows = await takePlan(context)
    const selected = await findTasks(context, rows.tasks, input.taskIds)
    const { owner, columns } = await resolveOwner(context, input.owner, input.ownerName ?? null)
    const tasks = selected.filter((task) => ownerValue(task.owner) !== ownerValue(owner))
    const seen = input.seenOwners
    const changed = tasks.find((task) => seen && !seen.includes(seenOwner(task)))
    if (changed) throw new Refusal(409, taskRefusals.hasOtherOwner(changed.title, changed.owner?.name ?? null))
    await refuseStrangerToAny(context, owner, tasks)
    if (tasks.length === 0) return { taskIds: input.taskIds }
    await trx
      .updateTable('task')
      .set(columns)
      .where('workspaceId', '=', workspaceId)
      .where(
        'id',
        'in',
        tasks.map(({ id }) => id),
      )
      .execute()
    for (const task of tasks) {
      const changes = ownerChanges(task, owner)
      const saved = { own: sideOf(actor), task, next: task, changes, links: null, introduces: {}, tasks: rows.tasks }
      for (const event of editTaskEvents(saved)) await record(event)
    }
    await tellNewOwner(context, owner, tasks)
    return { taskIds: input.taskIds }
  }),
})
