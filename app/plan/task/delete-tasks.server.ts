import type { CommandContext } from '#app/runner/command.ts'
import type { NewEvent } from '#app/runner/events/catalogue.ts'
import { type TaskRow, scheduleOf } from '../core/compute-plan.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { checkSchedule, raiseTerms } from '../core/take-task.server.ts'
import { type Bridge, bridgesFor } from './bridges.ts'
import { editTaskEvents } from './edit-task-events.ts'

type Context = CommandContext<unknown, 'plan'>

/**
 * Takes tasks off the plan, one after the other, with an event each. What waited for one waits for what that one waited for, as the form of a
 * single one says before (`bridges.ts`).
 */
export async function deleteTasks(context: Context, rows: StoredRows, removed: readonly TaskRow[]): Promise<void> {
  const { row, record, todayIn } = context
  const today = todayIn(row.timeZone)
  const isRemoved = new Set(removed.map(({ id }) => id))
  let left = rows.tasks
  let isTermChanged = false
  for (const { id } of removed) {
    const task = left.find((it) => it.id === id)
    if (!task) continue
    const bridges = bridgesFor(left, scheduleOf({ ...rows, tasks: left }, today), id)
    await deleteTask(context, id, bridges)
    await record({
      event: 'task removed',
      subjectId: id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { title: { before: task.title, after: null } },
    })
    const before = left
    left = withoutTask(before, id, bridges)
    const relinked = relinkedBy(task, { before, after: left }).filter(
      ({ subjectId }) => !isRemoved.has(subjectId ?? ''),
    )
    for (const event of relinked) await record(event)
    isTermChanged ||= task.privateTo === null || relinked.some(({ visibleTo }) => visibleTo === null)
  }
  const { rows: after } = await checkSchedule(context, { before: rows, today })
  if (isTermChanged) await raiseTerms(context)
  await reachPurchase(context, after)
}

async function deleteTask({ trx, workspaceId, row }: Context, taskId: string, bridges: readonly Bridge[]) {
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
  await trx.deleteFrom('task').where('workspaceId', '=', workspaceId).where('id', '=', taskId).execute()
}

/** The tasks that are left, with the links that are written instead of those to the removed one. */
const withoutTask = (tasks: readonly TaskRow[], taskId: string, bridges: readonly Bridge[]): TaskRow[] =>
  tasks
    .filter(({ id }) => id !== taskId)
    .map((task) => {
      const bridged = bridges.filter(({ heir }) => heir === task.id).map(({ link }) => link)
      const isKept = (link: TaskRow['dependsOn'][number]) =>
        link.task !== taskId && !bridged.some((it) => it.task === link.task)
      return { ...task, dependsOn: [...task.dependsOn.filter(isKept), ...bridged] }
    })

/** Shared tasks that depend on others since a private task between them went: both sides see it. */
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
