import type { CommandContext } from '#app/runner/command.ts'
import { placeAmong } from '../core/place-among.server.ts'

/** Gives the milestones of a stage their positions. @param ids all of that stage, in their new order */
export async function orderMilestones(
  { trx, workspaceId }: Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<void> {
  await trx
    .updateTable('milestone')
    .set({ position: placeAmong(ids) })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()
}
