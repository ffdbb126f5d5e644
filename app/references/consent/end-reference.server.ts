import type { WorkspaceTransaction } from '#db/workspace.ts'

/** Ends the reference of a plan whose confirmation was withdrawn, with any consent. */
export async function endReference(trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<void> {
  await trx.deleteFrom('reference').where('workspaceId', '=', workspaceId).where('planId', '=', planId).execute()
}
