import { createHash } from 'node:crypto'
import type { Database } from '#db/connection.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'

const hash = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')

/** Lets an address sign in to a workspace by itself; within the transaction that makes its person. Safe to repeat. */
export async function addAddressToDirectory(
  trx: WorkspaceTransaction,
  workspaceId: string,
  email: string,
): Promise<void> {
  await addWorkspaceToDirectory(trx, workspaceId)
  await trx
    .insertInto('directory.address')
    .values({ workspaceId, addressHash: hash(email) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** An address that is no one's any longer in a workspace no longer signs in there. */
export async function removeAddressFromDirectory(
  trx: WorkspaceTransaction,
  workspaceId: string,
  email: string,
): Promise<void> {
  await trx
    .deleteFrom('directory.address')
    .where('workspaceId', '=', workspaceId)
    .where('addressHash', '=', hash(email))
    .execute()
}

/** Enters a workspace. Safe to repeat. */
export async function addWorkspaceToDirectory(trx: WorkspaceTransaction, workspaceId: string): Promise<void> {
  await trx
    .insertInto('directory.workspace')
    .values({ id: workspaceId })
    .onConflict((it) => it.doNothing())
    .execute()
}

/** The workspaces that know an address. Outside the tenants: the caller must look the person up in each of them again. */
export async function unsafeFindWorkspaces(db: Database, email: string): Promise<string[]> {
  const rows = await db
    .selectFrom('directory.address')
    .select('workspaceId')
    .where('addressHash', '=', hash(email))
    .orderBy('workspaceId')
    .execute()
  return rows.map((row) => row.workspaceId)
}

/** The key of a whole domain in the directory of addresses; no address starts like this. */
export const directoryEntryOf = (domain: string): string => `@${domain}`
