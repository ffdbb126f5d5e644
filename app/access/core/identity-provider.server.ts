import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { LinkKeys } from '#app/kit/link-keys.ts'
import { isSealedByNewest, seal, unseal } from '#app/kit/sealed.server.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { isOfDomains } from '../mail-domains.ts'

/** The workspace's identity provider, its secret sealed as it is kept. */
export const findProvider = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('identityProvider')
    .select(['issuer', 'clientId', 'clientSecret', 'required', 'changedAt', 'provedAt'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()

export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string }

/** Which provider was asked, as it stood then. */
export type ProviderAsked = { issuer: string; clientId: string; changedAt: Date }

/** The decrypted client secret; undefined where no known LINK_SECRET opens it. */
export const openSecret = (keys: LinkKeys, workspaceId: string, sealed: string) =>
  unseal(keys, 'client secret', workspaceId, sealed)

/** Seals the client secret again under the newest LINK_SECRET, so that the one before can be given up. */
export async function renewSeal(
  trx: WorkspaceTransaction,
  keys: LinkKeys,
  workspaceId: string,
  { clientSecret: sealed }: { clientSecret: string },
): Promise<void> {
  const clientSecret = openSecret(keys, workspaceId, sealed)
  if (clientSecret === undefined || isSealedByNewest(keys, sealed)) return
  await trx
    .updateTable('identityProvider')
    .set({ clientSecret: seal(keys, 'client secret', workspaceId, clientSecret) })
    .where('workspaceId', '=', workspaceId)
    .where('clientSecret', '=', sealed)
    .execute()
}

/**
 * Whether this person must, may or cannot sign in by the workspace's provider; members only. No one must before someone has
 * signed in with the current settings.
 */
export async function signOnOf(
  trx: WorkspaceReading,
  { actor, email }: { actor: PersonActor; email: string },
): Promise<'required' | 'offered' | undefined> {
  if (actor.kind !== 'member') return undefined
  const { workspaceId } = actor
  const found = await trx
    .selectFrom('identityProvider')
    .innerJoin('workspace', 'workspace.workspaceId', 'identityProvider.workspaceId')
    .select(['required', 'provedAt', 'domains'])
    .where('identityProvider.workspaceId', '=', workspaceId)
    .executeTakeFirst()
  if (!found) return undefined
  const { required, provedAt, domains } = found
  return required && provedAt && isOfDomains(email, domains) ? 'required' : 'offered'
}
