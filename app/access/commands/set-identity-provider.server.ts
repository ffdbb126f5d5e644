import { identityProviderInput, isOfDomains } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { endSessions } from '#app/access/steps/end-sessions.server.ts'
import { findProvider } from '#app/access/sign-on/identity-provider.server.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'

/**
 * Says by which OpenID Connect provider members sign in, and whether those of the workspace's domains must. The secret is kept
 * sealed, and stays when none is given. It can be required once somebody came in by it as it stands, so that a slip locks nobody out; from
 * that moment everybody whom it binds signs in anew, whoever requires it too.
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
        issuer: { label: 'Issuer', value: kept?.issuer ?? '' },
        clientId: { label: 'Client ID', value: kept?.clientId ?? '' },
        required: { label: 'Required', value: kept?.required ?? false },
      },
    }
  },
  async run({ trx, actor, workspaceId, row, input, now, record, seal }) {
    const { issuer, clientId, required } = input
    const sealed = input.clientSecret && seal('client secret', input.clientSecret)
    const kept = await findProvider(trx, workspaceId)
    const clientSecret = sealed ?? kept?.clientSecret
    if (!clientSecret) throw fault('clientSecret', 'Please give the secret that the provider made for this client.')
    const isAnother = kept?.issuer !== issuer || kept.clientId !== clientId
    const provedAt = isAnother ? null : kept.provedAt
    if (required && !provedAt)
      throw fault('required', 'Save it without this, sign in once by it, then require it: so nobody is locked out.')
    const values = { issuer, clientId, clientSecret, required, changedAt: now, provedAt }
    await trx
      .insertInto('identityProvider')
      .values({ workspaceId, ...values })
      .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet(values))
      .execute()
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
    if (required && !kept?.required) await endSessionsOfBound(trx, workspaceId, row.domains, now)
    return { workspaceId }
  },
})

async function endSessionsOfBound(trx: WorkspaceTransaction, workspaceId: string, domains: string[], now: Date) {
  const members = await trx
    .selectFrom('member')
    .select(['id', 'email'])
    .where('workspaceId', '=', workspaceId)
    .execute()
  for (const { id } of members.filter(({ email }) => isOfDomains(email, domains)))
    await endSessions(trx, workspaceId, { memberId: id }, now)
}
