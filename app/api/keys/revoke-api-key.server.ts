import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { revokeApiKeyInput } from './api-key-model.ts'

/** Ends a key at once. There is no way back; a new one is made instead. @throws Refusal 404 */
export const revokeApiKey = defineCommand({
  name: 'revoke-api-key',
  scope: 'workspace',
  input: revokeApiKeyInput,
  async run({ trx, actor, workspaceId, input: { keyId }, now, record }) {
    const key = await trx
      .selectFrom('apiKey')
      .select(['name', 'revokedAt'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', keyId)
      .executeTakeFirst()
    if (!key) throw notFound()
    if (key.revokedAt) return { keyId }
    await trx
      .updateTable('apiKey')
      .set({ revokedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', keyId)
      .execute()
    await record({ event: 'API key revoked', subjectId: keyId, subject: key.name, changes: {} })
    const detail = { by: actor.name, key: key.name }
    await writeSecurityEvent(trx, workspaceId, { kind: 'key revoked', person: null, detail }, now)
    return { keyId }
  },
})
