import type { WorkspaceTransaction } from '#db/workspace.ts'
import { rememberAddress } from '#app/access/directory.server.ts'
import { isOfDomains } from '#app/access/model.ts'
import { newId } from '#app/kit/ids.ts'

/** Whether an address is the vendor's: a member's, also of one who was removed, or in one of the workspace's domains. */
export async function findVendorOf(
  trx: WorkspaceTransaction,
  workspaceId: string,
  email: string,
): Promise<{ workspace: string; isVendor: boolean }> {
  const workspace = await trx
    .selectFrom('workspace')
    .select(['name', 'domains'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const member = await trx
    .selectFrom('member')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', email)
    .executeTakeFirst()
  return { workspace: workspace.name, isVendor: member !== undefined || isOfDomains(email, workspace.domains) }
}

/** The person of the customer with this address; made, and able to sign in by address, when there is none yet. */
export async function findOrMakeParticipant(
  trx: WorkspaceTransaction,
  { workspaceId, accountId, email, name }: { workspaceId: string; accountId: string; email: string; name: string },
  now: Date,
): Promise<{ id: string; name: string }> {
  await rememberAddress(trx, workspaceId, email)
  await trx
    .insertInto('participant')
    .values({ workspaceId, id: newId(), accountId, email, name, createdAt: now })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'email']).doNothing())
    .execute()
  return trx
    .selectFrom('participant')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
}
