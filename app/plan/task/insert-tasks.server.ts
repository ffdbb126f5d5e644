import type { ViewerSide } from '../core/viewer-side.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { ResolvedOwner } from './owners.server.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import type { SittingRule } from '../sittings/sittings.ts'
import { type TaskFieldValues, taskFieldsOf } from '../core/task-fields.ts'
import { type StatedSpread, spreadColumns } from '../core/spreads.server.ts'
import { tellNewOwner } from './tell-new-owner.server.ts'
import { type NewTaskLink, insertLinks } from './task-links.server.ts'

export type NewTask = TaskFieldValues & {
  id: string
  owner: ResolvedOwner
  spread: StatedSpread
  description: string | null
  privateTo: ViewerSide | null
  sittings: SittingRule | null
  dependsOn: readonly NewTaskLink[]
}

type Writing = Pick<
  CommandContext<unknown, 'plan'>,
  'trx' | 'workspaceId' | 'row' | 'record' | 'now' | 'actor' | 'notify'
>

/** Writes tasks below those that a milestone has, with their dependencies and an event each. Their input has been checked. */
export async function insertTasks(
  context: Writing,
  { rows, milestoneId, tasks }: { rows: StoredRows; milestoneId: string; tasks: readonly NewTask[] },
): Promise<void> {
  const { trx, workspaceId, row, record, now } = context
  const planId = row.id
  const siblings = rows.tasks.filter((task) => task.milestoneId === milestoneId)
  const next = Math.max(-1, ...siblings.map(({ position }) => position)) + 1
  await trx
    .insertInto('task')
    .values(
      tasks.map((task, index) => ({
        workspaceId,
        id: task.id,
        planId,
        milestoneId,
        position: next + index,
        ...taskFieldsOf(task),
        ...spreadColumns(task.spread),
        description: task.description,
        privateTo: task.privateTo,
        sittings: task.sittings && JSON.stringify(task.sittings),
        createdAt: now,
        ...task.owner.columns,
      })),
    )
    .execute()
  await insertLinks(
    trx,
    { workspaceId, planId },
    tasks.flatMap(({ id, dependsOn }) => dependsOn.map((link) => ({ ...link, taskId: id }))),
  )
  for (const { id, title, side, durationDays, owner, description, privateTo, sittings } of tasks)
    await record({
      event: 'task added',
      subjectId: id,
      subject: title,
      visibleTo: privateTo,
      changes: {
        title: { before: null, after: title },
        owner: { before: null, after: owner.owner?.name ?? null },
        side: { before: null, after: side },
        durationDays: { before: null, after: durationDays },
        ...(description ? { description: { before: null, after: description } } : {}),
        ...(sittings ? { sittings: { before: null, after: sittings } } : {}),
      },
    })
  for (const { owner, ...task } of tasks) await tellNewOwner(context, owner.owner, [task])
}
