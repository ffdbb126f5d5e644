import type { WorkspaceTransaction } from '#db/workspace.ts'

/**
 * Uses up what a browser began elsewhere than in the database (a sealed cookie), so that it counts once, in every process alike.
 * @returns whether this was the first time
 */
export async function spendFlow(
  trx: WorkspaceTransaction,
  workspaceId: string,
  flowId: string,
  now: Date,
): Promise<boolean> {
  const spent = await trx
    .insertInto('spentFlow')
    .values({ workspaceId, id: flowId, spentAt: now })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return spent !== undefined
}
