import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { canonicalAddress } from '../core/canonical-address.ts'
import { addAddressToDirectory } from '../core/directory.server.ts'
import { isOfDomains } from '../mail-domains.ts'
import { newId } from '#app/kit/ids.ts'

/** Which addresses are the vendor's: a member's, however written and also of one who was removed, or in one of the workspace's domains. */
export async function findVendorsAmong(
  trx: WorkspaceReading,
  workspaceId: string,
  emails: readonly string[],
): Promise<{ workspace: string; vendors: string[] }> {
  const workspace = await trx
    .selectFrom('workspace')
    .select(['name', 'domains'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const rows = await trx.selectFrom('member').select('email').where('workspaceId', '=', workspaceId).execute()
  const members = new Set(rows.map(({ email }) => canonicalAddress(email)))
  const isVendors = (email: string) => members.has(canonicalAddress(email)) || isOfDomains(email, workspace.domains)
  return { workspace: workspace.name, vendors: emails.filter(isVendors) }
}

/**
 * The participant with this address, created and able to sign in if there is none yet. A known one keeps their name, which is
 * not returned: it may be what another customer's plan calls them.
 */
export async function findOrMakeParticipant(
  trx: WorkspaceTransaction,
  { workspaceId, accountId, email, name }: { workspaceId: string; accountId: string; email: string; name: string },
  now: Date,
): Promise<{ id: string }> {
  await addAddressToDirectory(trx, workspaceId, email)
  await trx
    .insertInto('participant')
    .values({ workspaceId, id: newId(), accountId, email, name, createdAt: now })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'email']).doNothing())
    .execute()
  return trx
    .selectFrom('participant')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
}

/** Stores the job title that a participant gave themselves, or none, at the customer where they were first known. */
export async function noteJobTitle(
  trx: WorkspaceTransaction,
  { workspaceId, participantId, accountId }: { workspaceId: string; participantId: string; accountId: string },
  jobTitle: string | null,
): Promise<void> {
  await trx
    .updateTable('participant')
    .set({ jobTitle })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', participantId)
    .where('accountId', '=', accountId)
    .execute()
}
