import type { Insertable } from 'kysely'
import type { WinCard } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { switchOffLink } from './shared-link.server.ts'

type OfPlan = { workspaceId: string; planId: string }

/** Keeps what the customer chose to show of its win. */
export async function keepCard(
  trx: WorkspaceTransaction,
  of: OfPlan,
  kept: Omit<Insertable<WinCard>, keyof OfPlan>,
): Promise<void> {
  await trx
    .insertInto('winCard')
    .values({ ...of, ...kept })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'planId']).doUpdateSet(kept))
    .execute()
}

/** Takes the card away with the win that it shows; its link ends at once. */
export async function removeCard(trx: WorkspaceTransaction, of: OfPlan): Promise<void> {
  await switchOffLink(trx, { ...of, kind: 'card' })
  await trx.deleteFrom('winCard').where('workspaceId', '=', of.workspaceId).where('planId', '=', of.planId).execute()
}
