import type { CommandContext } from '#app/runner/command.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { moveItems } from './moves.ts'
import { placeAmong } from './place-among.server.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'

type Writing = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'record'>

export type TaskPlacement = {
  tasks: readonly TaskRow[]
  milestone: { id: string; title: string }
  /** The task that they come below; null for the first place, undefined for the last one. */
  after?: string | null | undefined
}

/** Moves tasks to a place of a milestone, with an event each. The others there keep their order. */
export async function placeTasks(
  { trx, workspaceId, record }: Writing,
  { milestones, tasks: all }: Pick<StoredRows, 'milestones' | 'tasks'>,
  { tasks, milestone, after }: TaskPlacement,
): Promise<void> {
  const moving = new Set(tasks.map(({ id }) => id))
  const others = all.filter((task) => task.milestoneId === milestone.id && !moving.has(task.id))
  const order = moveItems(others, tasks, after).map(({ id }) => id)
  await trx
    .updateTable('task')
    .set({ milestoneId: milestone.id, position: placeAmong(order) })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', order)
    .execute()
  const titles = new Map(milestones.map(({ id, title }) => [id, title]))
  for (const { id, title, privateTo, milestoneId } of tasks)
    await record({
      event: 'task moved',
      subjectId: id,
      subject: title,
      visibleTo: privateTo,
      changes:
        milestoneId === milestone.id
          ? {}
          : { milestone: { before: titles.get(milestoneId) ?? null, after: milestone.title } },
    })
}
