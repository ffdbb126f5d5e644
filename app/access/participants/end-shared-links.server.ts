import type { WorkspaceTransaction } from '#db/workspace.ts'

/**
 * Ends every link under which anyone reads a page of a plan that is archived, or whose champion is erased: no one of the customer could switch
 * it off. They stay off until the customer switches them on. With a kind, those of that kind alone.
 */
export async function endSharedLinks(
  trx: WorkspaceTransaction,
  { workspaceId, planId, kind }: { workspaceId: string; planId: string; kind?: 'note' },
): Promise<void> {
  const links = trx.deleteFrom('sharedLink').where('workspaceId', '=', workspaceId).where('planId', '=', planId)
  await (kind ? links.where('kind', '=', kind) : links).execute()
}
