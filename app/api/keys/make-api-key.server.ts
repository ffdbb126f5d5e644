import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { insertApiKey } from './api-key.server.ts'
import { makeApiKeyInput } from './api-key-model.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { bounds } from '#app/kit/limits.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { day } from '#app/kit/durations.ts'
import { keyRefusals } from './api-key-words.ts'

/** Makes a key for a program. Its secret is known to the page that made it, and shown there once. @returns the name as it is kept */
export const makeApiKey = defineCommand({
  name: 'make-api-key',
  scope: 'workspace',
  input: makeApiKeyInput,
  async run({ trx, actor, workspaceId, input, now, record }) {
    const { keyId, secretHash, name, scopes, life } = input
    // The policy lets members alone give this.
    const memberId = actor.kind === 'member' ? actor.id : ''
    const expiresAt = life === 'never' ? null : new Date(now.getTime() + Number(life) * day)
    await refuseMany(trx, workspaceId, now)
    await insertApiKey(trx, { workspaceId, id: keyId, secretHash, name, memberId, scopes, expiresAt }, now)
    await record({ event: 'API key created', subjectId: keyId, subject: name, changes: {} })
    const detail = {
      by: actor.name,
      key: name,
      scopes: scopes.join(', '),
      until: expiresAt?.toISOString() ?? 'revoked',
    }
    await writeSecurityEvent(trx, workspaceId, { kind: 'key made', person: null, detail }, now)
    return { name }
  },
})

/** The workspace's row is locked. @throws Refusal 422 where as many keys work as may */
async function refuseMany(trx: WorkspaceTransaction, workspaceId: string, now: Date) {
  const { size } = await trx
    .selectFrom('apiKey')
    .select(({ fn }) => fn.countAll<number>().as('size'))
    .where('workspaceId', '=', workspaceId)
    .where('revokedAt', 'is', null)
    .where(({ or, eb }) => or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
    .executeTakeFirstOrThrow()
  if (size >= bounds.apiKeys) throw fieldRefusal('name', keyRefusals.tooMany(bounds.apiKeys))
}
