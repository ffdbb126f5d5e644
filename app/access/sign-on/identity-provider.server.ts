import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import { unseal } from '#app/kit/sealed.server.ts'
import { isOfDomains } from '../model.ts'
import type { PersonFound } from '../people.server.ts'

/** The workspace's identity provider, its secret sealed as it is kept. */
export const findProvider = (trx: WorkspaceTransaction, workspaceId: string) =>
  trx
    .selectFrom('identityProvider')
    .select(['issuer', 'clientId', 'clientSecret', 'required', 'changedAt', 'provedAt'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()

export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string }

/** Which provider was asked, as it stood then. */
export type ProviderAsked = { issuer: string; clientId: string; changedAt: Date }

type Secrets = Pick<Environment, 'linkSecret'>

/** The client secret in the clear; undefined once LINK_SECRET is another. */
export const openSecret = ({ linkSecret }: Secrets, workspaceId: string, sealed: string) =>
  unseal(linkSecret, 'client secret', workspaceId, sealed)

/** Where members of a workspace begin to sign in by their own provider. @param next a path of ours that it leads to */
export const signOnPath = (workspaceId: string, next?: string): string =>
  `/sso/${workspaceId}/start${next ? `?next=${encodeURIComponent(next)}` : ''}`

/**
 * Whether this person comes in by the workspace's provider: must, may, or not at all. It is for members alone. Nobody must by one that
 * nobody came in by as it stands.
 */
export async function signOnOf(
  trx: WorkspaceTransaction,
  { actor, email }: PersonFound,
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
