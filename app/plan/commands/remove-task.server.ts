import { sql } from 'kysely'
import { type NewEvent, defineCommand } from '#app/runner/command.ts'
import { isHiddenFrom } from '#app/plan/cut-rows.ts'
import { taskIdInput } from '#app/plan/model.ts'
import type { TaskRow } from '#app/plan/network.ts'
import { checkSchedule, raiseTerms, takeTask } from '#app/plan/steps/plan-tasks.server.ts'
import { taskEvents } from '#app/plan/task-events.ts'

/** Takes a task off the plan. What waited for it waits for what it waited for; lags add up. */
export const removeTask = defineCommand({
  name: 'remove-task',
  scope: 'plan',
  input: taskIdInput,
  async run(context) {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const { rows, task } = await takeTask(context, input.taskId)
    const heirs = rows.tasks.flatMap((heir) => {
      const link = heir.dependsOn.find((it) => it.task === task.id)
      return link && link.type === 'FS'
        ? task.dependsOn.map((it) => ({ heir: heir.id, link: it, more: link.lagDays }))
        : []
    })
    if (heirs.length > 0)
      await trx
        .insertInto('taskLink')
        .values(
          heirs.map(({ heir, link, more }) => ({
            workspaceId,
            planId: row.id,
            taskId: heir,
            dependsOnId: link.task,
            type: link.type,
            lagDays: link.lagDays + more,
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['workspaceId', 'planId', 'taskId', 'dependsOnId'])
            .doUpdateSet({ lagDays: sql`greatest(task_link.lag_days, excluded.lag_days)` }),
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
    const { rows: after } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone) })
    const relinked = relinkedBy(task, { before: rows.tasks, after: after.tasks })
    for (const event of relinked) await record(event)
    if (task.privateTo === null || relinked.some(({ visibleTo }) => visibleTo === null)) await raiseTerms(context)
    return null
  },
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
      return taskEvents({ own: privateTo, task: heir, next: heir, changes: {}, links, introduces: {}, tasks: before })
    })
}
