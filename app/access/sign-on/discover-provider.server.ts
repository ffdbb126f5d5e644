import * as openid from 'openid-client'
import type { Environment } from '#app/kit/environment.server.ts'
import { OutgoingFault, createOutgoing } from '#app/kit/outgoing.server.ts'
import type { ProviderSettings } from '../core/identity-provider.server.ts'
import { issuerInputRefusals } from '../access-input-words.ts'
import { providerRefusals } from './sign-on-settings-words.ts'

/** Milliseconds for each answer of the provider. */
const patience = 8_000

/** The provider could not be asked, in words for an admin. */
export class ProviderFault extends Error {
  override name = 'ProviderFault'
}

/**
 * Asks a provider what it can do (OpenID Connect Discovery 1.0), and holds it to the issuer that was named. Every request, also the
 * later ones for keys and tokens, passes the guard for addresses that people typed.
 * @throws ProviderFault
 */
export async function discoverProvider(
  environment: Pick<Environment, 'outgoingAllow'>,
  { issuer, clientId, clientSecret }: ProviderSettings,
): Promise<openid.Configuration> {
  const outgoing = createOutgoing(environment.outgoingAllow)
  if (!URL.canParse(issuer)) throw new ProviderFault(issuerInputRefusals.notAnAddress)
  const server = new URL(issuer)
  const fetchGuarded: openid.CustomFetch = (url, { method, headers, body, signal }) => {
    const sent = body instanceof URLSearchParams || typeof body === 'string' ? String(body) : undefined
    return outgoing.request(url, { method, headers, body: sent, signal, patience })
  }
  try {
    const provider = await openid.discovery(server, clientId, {}, authenticateWith(clientSecret), {
      [openid.customFetch]: fetchGuarded,
      timeout: patience / 1000,
      execute: [
        // Tokens that come straight from the provider are believed unsigned otherwise (OpenID Connect Core 1.0, 3.1.3.7).
        openid.enableNonRepudiationChecks,
        // Marked as deprecated to stand out: plain http is for the loopback, where OUTGOING_ALLOW names it.
        ...(outgoing.allowsHttp(server) ? [openid.allowInsecureRequests] : []),
      ],
    })
    const { authorization_endpoint: endpoint = '' } = provider.serverMetadata()
    const isUsable = URL.canParse(endpoint) && (endpoint.startsWith('https:') || outgoing.allowsHttp(new URL(endpoint)))
    if (!isUsable) throw new ProviderFault(providerRefusals.noSignInPage)
    return provider
  } catch (error) {
    throw error instanceof ProviderFault ? error : new ProviderFault(wordsFor(error), { cause: error })
  }
}

/** As the provider says that it takes secrets; in the header where it says nothing (RFC 8414). */
const authenticateWith =
  (clientSecret: string): openid.ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported
    const inBody = methods && !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
    const authenticate = inBody ? openid.ClientSecretPost(clientSecret) : openid.ClientSecretBasic(clientSecret)
    return authenticate(server, client, body, headers)
  }

/** The refusal of our own guard, wherever it is in the chain of causes. */
export function outgoingFaultIn(error: unknown): OutgoingFault | undefined {
  if (error instanceof OutgoingFault) return error
  return error instanceof Error && error.cause ? outgoingFaultIn(error.cause) : undefined
}

function wordsFor(error: unknown): string {
  const code = error instanceof openid.ClientError ? error.code : undefined
  // Follows from what was typed alone.
  if (code === 'OAUTH_HTTP_REQUEST_FORBIDDEN') return issuerInputRefusals.notHttps
  return code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' ? providerRefusals.otherIssuer : providerRefusals.notFound
}
