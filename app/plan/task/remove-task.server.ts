import { defineCommand } from '#app/runner/command.ts'
import type { NewEvent } from '#app/runner/events/catalogue.ts'
import { bridgesFor } from './bridges.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { taskIdInput } from '../model.ts'
import { type TaskRow, scheduleOf } from '../core/compute-plan.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, raiseTerms, takeTask } from '../core/take-task.server.ts'
import { editTaskEvents } from './task-events.ts'
import { undoably } from '../undo/undoably.server.ts'

/** Takes a task off the plan. What waited for it waits for what it waited for, as its form said before (`bridges.ts`). */
export const removeTask = defineCommand({
  name: 'remove-task',
  scope: 'plan',
  input: taskIdInput,
  run: undoably(async (context) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const { rows, task } = await takeTask(context, input.taskId)
    const today = todayIn(row.timeZone)
    const bridges = bridgesFor(rows.tasks, scheduleOf(rows, today), task.id)
    if (bridges.length > 0)
      await trx
        .insertInto('taskLink')
        .values(
          bridges.map(({ heir, link }) => ({
            workspaceId,
            planId: row.id,
            taskId: heir,
            dependsOnId: link.task,
            type: link.type,
            lagDays: link.lagDays,
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['workspaceId', 'planId', 'taskId', 'dependsOnId'])
            .doUpdateSet((column) => ({ type: column.ref('excluded.type'), lagDays: column.ref('excluded.lagDays') })),
        )
        .execute()
    await trx.deleteFrom('task').where('workspaceId', '=', workspaceId).where('id', '=', task.id).execute()
    await record({
      event: 'task removed',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { title: { before: task.title, after: null } },
    })
    const { rows: after } = await checkSchedule(context, { before: rows, today })
    const relinked = relinkedBy(task, { before: rows.tasks, after: after.tasks })
    for (const event of relinked) await record(event)
    if (task.privateTo === null || relinked.some(({ visibleTo }) => visibleTo === null)) await raiseTerms(context)
    await reachPurchase(context, after)
    return null
  }),
})

/** Shared tasks that wait for others since a private task between them went: both sides read of it. */
function relinkedBy(
  { id: removed, privateTo }: TaskRow,
  { before, after }: { before: readonly TaskRow[]; after: readonly TaskRow[] },
): NewEvent[] {
  if (privateTo === null) return []
  const known = (links: TaskRow['dependsOn']) =>
    links.filter((link) => before.some((it) => it.id === link.task && !isHiddenFrom(it, privateTo)))
  return before
    .filter((heir) => heir.privateTo === null && heir.dependsOn.some((link) => link.task === removed))
    .flatMap((heir) => {
      const now = after.find(({ id }) => id === heir.id)
      if (!now) return []
      const links = { before: known(heir.dependsOn), after: known(now.dependsOn) }
      return editTaskEvents({
        own: privateTo,
        task: heir,
        next: heir,
        changes: {},
        links,
        introduces: {},
        tasks: before,
      })
    })
}
