import type { CommandContext } from '#app/runner/command.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { ownerChanges } from './owner-changes.ts'
import { type ResolvedOwner, refuseStrangerToAny } from './owners.server.ts'
import { tellNewOwner } from './tell-new-owner.server.ts'
import { placeholderTasks } from './placeholder-tasks.ts'
import { sightOf } from '#app/policy/policy.ts'

type Others = {
  /** The task whose owner was named, as it was before. */
  task: TaskRow
  tasks: readonly TaskRow[]
  /** Those of the others that change with it; a task that has another owner by now keeps that one. */
  ids: readonly string[]
}

/**
 * Gives other tasks of a placeholder to the person who was named for one of them, each with an event of its own, within the command that names
 * the person: so one undo takes all of it back. @throws Refusal 422 where one of them is private to a side that the person does not belong to
 */
export async function assignOthers(
  context: CommandContext<unknown, 'plan'>,
  { task, tasks, ids }: Others,
  { owner, columns }: ResolvedOwner,
): Promise<void> {
  if (owner === null || owner.kind === 'placeholder') return
  const { trx, workspaceId, standings, record } = context
  const others = placeholderTasks(tasks, task, sightOf(standings)).filter(({ id }) => ids.includes(id))
  if (others.length === 0) return
  await refuseStrangerToAny(context, owner, others)
  await trx
    .updateTable('task')
    .set(columns)
    .where('workspaceId', '=', workspaceId)
    .where(
      'id',
      'in',
      others.map(({ id }) => id),
    )
    .execute()
  for (const other of others)
    await record({
      event: 'task changed',
      subjectId: other.id,
      subject: other.title,
      visibleTo: other.privateTo,
      changes: ownerChanges(other, owner),
    })
  await tellNewOwner(context, owner, others)
}
