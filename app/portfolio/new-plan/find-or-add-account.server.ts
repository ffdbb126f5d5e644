import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { findAccountByName } from './find-account-by-name.server.ts'

/** The account of a name, created where there is none. The workspace's row is locked, so that no two new plans make one account twice. */
export async function findOrAddAccount(trx: WorkspaceTransaction, workspaceId: string, name: string, now: Date) {
  const found = await findAccountByName(trx, workspaceId, name)
  if (found) return found
  const account = { id: newId(), name }
  await trx
    .insertInto('account')
    .values({ workspaceId, ...account, createdAt: now })
    .execute()
  return account
}
