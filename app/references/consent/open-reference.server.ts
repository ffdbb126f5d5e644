import type { WorkspaceTransaction } from '#db/workspace.ts'
import { keepCredit } from '../credit/keep-credit.server.ts'

/** Starts the reference of a plan whose win was just confirmed: not asked, nothing may be used. Who gets credit for it is kept. */
export async function openReference(trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<void> {
  await trx.insertInto('reference').values({ workspaceId, planId, state: 'not asked' }).execute()
  await keepCredit(trx, { workspaceId, planId })
}
