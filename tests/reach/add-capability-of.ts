import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'

type Plan = { workspaceId: string; planId: string; leadId: string }

/** A capability that was promised and delivered, and service days. @returns its id */
export async function addCapabilityOf(
  trx: WorkspaceTransaction,
  { workspaceId, planId, leadId }: Plan,
  now: Date,
): Promise<string> {
  const capabilityId = newId()
  await trx
    .insertInto('capability')
    .values({
      ...{ workspaceId, planId, id: capabilityId, need: 'One ledger for all plants.', taskIds: [] },
      ...{ promisedBy: leadId, inContract: false, deliveredOn: '2026-06-12', createdAt: now },
    })
    .execute()
  await trx
    .insertInto('planService')
    .values({ workspaceId, planId, unit: 'days', paid: '20', planned: '18', used: '5' })
    .execute()
  return capabilityId
}
