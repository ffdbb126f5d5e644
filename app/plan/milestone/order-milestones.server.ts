import type { CommandContext } from '#app/runner/command.ts'
import { placeAmong } from '../outline/place-among.server.ts'

/**
 * Gives the milestones of a stage their positions. The last one never gets a lower position than there was: a deleted milestone that is put
 * back by an undo, at the position that it had, must not come after the goal.
 * @param milestones all of that stage, in their new order
 */
export async function orderMilestones(
  { trx, workspaceId }: Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId'>,
  milestones: readonly { id: string; position: number }[],
): Promise<void> {
  const ids = milestones.map(({ id }) => id)
  const highest = Math.max(...milestones.map(({ position }) => position))
  const first = Math.max(0, highest - (ids.length - 1))
  await trx
    .updateTable('milestone')
    .set({ position: placeAmong(ids, first) })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()
}
