import { identityProviderInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { endSessionsOfBound } from './end-sessions-of-bound.server.ts'
import { findProvider } from '../core/identity-provider.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { providerFormWords, providerRefusals } from './sign-on-settings-words.ts'

/**
 * Says by which OpenID Connect provider members sign in, and whether those of the workspace's domains must. The secret is kept
 * sealed, and stays when none is given. It can be required once someone signed in by it as it stands, secret included, so that a slip
 * locks no one out; from that moment everyone that it binds signs in again, the one who requires it too. Changed while it is required, it
 * binds no one until someone signed in by it. Accounts belong to one issuer and client: with another, everyone binds theirs again.
 */
export const setIdentityProvider = defineCommand({
  name: 'set-identity-provider',
  scope: 'workspace',
  input: identityProviderInput,
  async current({ trx, workspaceId }) {
    const kept = await findProvider(trx, workspaceId)
    return {
      subjectId: workspaceId,
      fields: {
        issuer: { label: providerFormWords.issuer, value: kept?.issuer ?? '' },
        clientId: { label: providerFormWords.clientId, value: kept?.clientId ?? '' },
        required: { label: providerFormWords.enforcement, value: kept?.required ?? false },
      },
    }
  },
  async run({ trx, actor, workspaceId, row, input, now, record, seal }) {
    const { issuer, clientId, required } = input
    const sealed = input.clientSecret && seal('client secret', input.clientSecret)
    const kept = await findProvider(trx, workspaceId)
    const clientSecret = sealed ?? kept?.clientSecret
    if (!clientSecret) throw fieldRefusal('clientSecret', providerRefusals.noSecret)
    const isOtherClient = kept?.issuer !== issuer || kept.clientId !== clientId
    const isAnother = sealed || isOtherClient
    if (!isAnother && kept.required === required) return { workspaceId }
    const provedAt = isAnother ? null : kept.provedAt
    const isNew = required && !kept?.required
    if (isNew && !provedAt) throw fieldRefusal('required', providerRefusals.notTested)
    const values = { issuer, clientId, clientSecret, required, changedAt: now, provedAt }
    await trx
      .insertInto('identityProvider')
      .values({ workspaceId, ...values })
      .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet(values))
      .execute()
    if (isOtherClient) await trx.deleteFrom('signOnBinding').where('workspaceId', '=', workspaceId).execute()
    const changes = {
      issuer: { before: kept?.issuer ?? null, after: issuer },
      clientId: { before: kept?.clientId ?? null, after: clientId },
      required: { before: kept?.required ?? null, after: required },
    }
    await record({ event: 'sign-on changed', subjectId: workspaceId, subject: issuer, changes })
    await writeSecurityEvent(
      trx,
      workspaceId,
      {
        kind: 'sign-on changed',
        person: null,
        detail: { by: actor.name, issuer, required: required ? 'yes' : 'no', secret: sealed ? 'new' : 'kept' },
      },
      now,
    )
    if (isNew) await endSessionsOfBound(trx, workspaceId, { domains: row.domains }, now)
    return { workspaceId }
  },
})
