import type { WorkspaceTransaction } from '#db/workspace.ts'

type Of = { workspaceId: string; planId: string; kinds: readonly string[] }

/** Ends what was written of a win: none of it is shown from now on, or waits for the champion. The words of a case study stay, to begin a new version with. */
export async function endPieces(trx: WorkspaceTransaction, { workspaceId, planId, kinds }: Of): Promise<void> {
  if (kinds.length === 0) return
  await trx
    .updateTable('referencePiece')
    .set({ state: 'ended' })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', 'in', kinds)
    .where('state', '<>', 'ended')
    .execute()
}
