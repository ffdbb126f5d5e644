import { setTimeout } from 'node:timers/promises'
import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { identityProviderInput } from '../model.ts'
import { findProvider } from '../core/identity-provider.server.ts'
import { ProviderFault, discoverProvider } from './discover-provider.server.ts'
import { providerRefusals, providerWorksWords } from './sign-on-settings-words.ts'
import { fieldWords } from '#app/kit/field-words.ts'

const { issuer: issuerField } = identityProviderInput.shape

/** Whether the issuer is the one that is kept; it was tested then, and may be down now without keeping anyone from the rest. */
export async function isIssuerStored(parts: Parts, workspaceId: string, posted: PostedValues): Promise<boolean> {
  const kept = await parts.reads.in(workspaceId, (trx) => findProvider(trx, workspaceId))
  return kept !== undefined && kept.issuer === issuerField.safeParse(firstValue(posted, 'issuer')).data
}

export type TestedProvider = { status: 'good'; says: string } | { status: 'fault'; message: string }

/**
 * Asks the provider that is being set up for its description; the secret is tried only by signing in. Whatever keeps it from being
 * asked is answered after the same time.
 */
export async function testProvider(
  { environment, log }: Pick<Parts, 'environment' | 'log'>,
  posted: PostedValues,
): Promise<TestedProvider> {
  const issuer = issuerField.safeParse(firstValue(posted, 'issuer'))
  if (!issuer.success) return { status: 'fault', message: issuer.error.issues[0]?.message ?? fieldWords.missing }
  const enough = setTimeout(bounds.providerTest)
  try {
    const asked = discoverProvider(environment, { issuer: issuer.data, clientId: 'test', clientSecret: 'test' })
    const found = await Promise.race([
      asked,
      enough.then(() => Promise.reject(new ProviderFault(providerRefusals.notFound))),
    ])
    const { scopes_supported: scopes, issuer: name } = found.serverMetadata()
    if (scopes && !scopes.includes('email')) return { status: 'fault', message: providerRefusals.noEmailScope }
    return { status: 'good', says: providerWorksWords(name) }
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error
    // Why, is for the operator alone; a name inside our network must not be told from one that does not exist, by time either.
    log.info({ err: error }, 'a provider could not be tested')
    await enough
    return { status: 'fault', message: error.message }
  }
}
