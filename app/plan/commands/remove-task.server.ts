import { sql } from 'kysely'
import { defineCommand } from '#app/runner/command.ts'
import { taskIdInput } from '#app/plan/model.ts'
import { checkSchedule, raiseTerms, takeTask } from '#app/plan/steps/plan-tasks.server.ts'

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
    if (task.privateTo === null) await raiseTerms(context)
    await record({
      event: 'task removed',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { title: { before: task.title, after: null } },
    })
    await checkSchedule(context, { before: rows, today: todayIn(row.timeZone) })
    return null
  },
})
