import * as openid from 'openid-client'
import { isUuid, newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import { paths } from '#app/kit/paths.ts'
import { flowCookie } from './flow-cookie.server.ts'
import { type ProviderAsked, findProvider, openSecret, renewSeal } from '../core/identity-provider.server.ts'
import { ProviderFault, discoverProvider } from './discover-provider.server.ts'
import type { SignOnRefusal } from '../security-log/sign-on-refusals.ts'

/** Where the provider leads back to; it must know this address. */
export const callbackUrl = (appUrl: string, workspaceId: string): string =>
  new URL(paths.signOnCallback(workspaceId), appUrl).href

type Provider =
  { status: 'there'; provider: openid.Configuration; kept: ProviderAsked } | { status: 'refused'; why: SignOnRefusal }

/** The workspace's provider, asked again: what it can do may change at any time. */
export async function openProvider(parts: Parts, workspaceId: string): Promise<Provider> {
  if (!isUuid(workspaceId)) return { status: 'refused', why: 'no provider' }
  const { environment, log } = parts
  const kept = await changeApart(parts, workspaceId, async (trx) => {
    const found = await findProvider(trx, workspaceId)
    if (found) await renewSeal(trx, environment, workspaceId, found)
    return found
  })
  if (!kept) return { status: 'refused', why: 'no provider' }
  const clientSecret = openSecret(environment, workspaceId, kept.clientSecret)
  if (clientSecret === undefined) {
    log.error({ workspaceId }, 'the client secret was sealed under a LINK_SECRET that is not kept')
    return { status: 'refused', why: 'provider down' }
  }
  try {
    return { status: 'there', provider: await discoverProvider(environment, { ...kept, clientSecret }), kept }
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error
    log.warn({ workspaceId, why: error.message }, 'identity provider')
    return { status: 'refused', why: 'provider down' }
  }
}

/** The workspace where its members can sign in by a provider. */
export const findSignOn = ({ reads }: Pick<Parts, 'reads'>, workspaceId: string) =>
  isUuid(workspaceId)
    ? reads.in(workspaceId, (trx) =>
        trx
          .selectFrom('identityProvider')
          .innerJoin('workspace', 'workspace.workspaceId', 'identityProvider.workspaceId')
          .select(['name', 'logo', 'issuer'])
          .where('identityProvider.workspaceId', '=', workspaceId)
          .executeTakeFirst(),
      )
    : Promise.resolve(undefined)

export type StartedSignOn =
  { status: 'begun'; location: string; cookie: string } | { status: 'refused'; why: SignOnRefusal }

/**
 * Leads to the provider: authorization code with PKCE (RFC 7636), state and nonce, all three kept in a sealed cookie of this browser.
 * @param next a path of ours that it leads to at the end
 */
export async function beginSignOn(parts: Parts, workspaceId: string, next: string | undefined): Promise<StartedSignOn> {
  const opened = await openProvider(parts, workspaceId)
  if (opened.status === 'refused') return opened
  const { environment, clock } = parts
  const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()]
  const location = openid.buildAuthorizationUrl(opened.provider, {
    redirect_uri: callbackUrl(environment.appUrl, workspaceId),
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const flow = { id: newId(), state, nonce, verifier, ...(next ? { next } : {}) }
  const cookie = flowCookie.write(environment, workspaceId, clock.now(), flow)
  return { status: 'begun', location: location.href, cookie }
}
