import type { WorkspaceTransaction } from '#db/workspace.ts'

/**
 * Ends every link under which anyone reads a page of a plan that is archived, or whose champion is erased: no one of the customer could switch
 * it off. They stay off until the customer switches them on.
 */
export async function endSharedLinks(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<void> {
  await trx.deleteFrom('sharedLink').where('workspaceId', '=', workspaceId).where('planId', '=', planId).execute()
}
