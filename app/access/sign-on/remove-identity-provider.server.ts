import { noInput } from '#app/kit/field-schemas.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { findProvider } from '../core/identity-provider.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** Removes single sign-on: everyone signs in by email again. Sessions stay. */
export const removeIdentityProvider = defineCommand({
  name: 'remove-identity-provider',
  scope: 'workspace',
  input: noInput,
  async run({ trx, actor, workspaceId, now, record }) {
    const kept = await findProvider(trx, workspaceId)
    if (!kept) return { workspaceId }
    await trx.deleteFrom('identityProvider').where('workspaceId', '=', workspaceId).execute()
    await trx.deleteFrom('signOnBinding').where('workspaceId', '=', workspaceId).execute()
    await record({
      event: 'sign-on removed',
      subjectId: workspaceId,
      subject: kept.issuer,
      changes: { issuer: { before: kept.issuer, after: null } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      { kind: 'sign-on changed', person: null, detail: { by: actor.name, issuer: kept.issuer, required: 'removed' } },
      now,
    )
    return { workspaceId }
  },
})
