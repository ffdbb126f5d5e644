import { findChampion } from '#app/access/participants/seats.server.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { keepCredit } from '../credit/keep-credit.server.ts'

/**
 * Starts the reference of a plan whose win was just confirmed: not asked, nothing may be used. Where it was confirmed before, the champion's own *No* or
 * *Later* of then stays, and what marketing noted of it. Who gets credit for it is kept.
 */
export async function openReference(trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<void> {
  const champion = await findChampion(trx, workspaceId, planId)
  await trx
    .insertInto('reference')
    .values({ workspaceId, planId, state: 'not asked' })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'planId']).doNothing())
    .execute()
  await trx
    .updateTable('reference')
    .set({ state: 'not asked', participantId: null, answeredAt: null })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', 'is distinct from', champion?.participantId ?? null)
    .execute()
  await keepCredit(trx, { workspaceId, planId })
}
