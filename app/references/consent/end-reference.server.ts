import type { WorkspaceTransaction } from '#db/workspace.ts'
import { removeCredit } from '../credit/keep-credit.server.ts'

/** Ends the reference of a plan whose confirmation was withdrawn, with any consent and the credit for it. */
export async function endReference(trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<void> {
  await trx.deleteFrom('reference').where('workspaceId', '=', workspaceId).where('planId', '=', planId).execute()
  await removeCredit(trx, { workspaceId, planId })
}
