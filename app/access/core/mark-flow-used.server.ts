import type { WorkspaceTransaction } from '#db/workspace.ts'

/**
 * Marks a flow that is kept in a sealed cookie as used, so that it counts once across all processes.
 * @returns whether this was the first time
 */
export async function markFlowUsed(
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
