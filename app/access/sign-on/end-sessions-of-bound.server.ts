import type { WorkspaceTransaction } from '#db/workspace.ts'
import { isOfDomains } from '../mail-domains.ts'
import { findProvider } from '../core/identity-provider.server.ts'
import { endSessions } from '../core/end-sessions.server.ts'

/**
 * Signs out the members that a provider binds from now on, where one does: those who signed in by a link sign in by the provider again.
 * @param before the domains that it bound already, whose members stay signed in
 */
export async function endSessionsOfBound(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { domains, before = [] }: { domains: readonly string[]; before?: readonly string[] },
  now: Date,
): Promise<void> {
  const provider = await findProvider(trx, workspaceId)
  if (!provider?.required || !provider.provedAt) return
  const members = await trx
    .selectFrom('member')
    .select(['id', 'email'])
    .where('workspaceId', '=', workspaceId)
    .execute()
  for (const { id, email } of members)
    if (isOfDomains(email, domains) && !isOfDomains(email, before))
      await endSessions(trx, workspaceId, { memberId: id }, now)
}
