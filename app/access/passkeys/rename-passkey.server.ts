import { renamePasskeyInput } from './model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { getOwnMember, getOwnPasskey } from './own-passkeys.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { passkeyListWords } from './passkey-words.ts'

/** Gives one of one's own passkeys another name. @throws Refusal 404 for one that is no one's, or someone else's */
export const renamePasskey = defineCommand({
  name: 'rename-passkey',
  scope: 'workspace',
  input: renamePasskeyInput,
  async current({ trx, actor, input: { passkeyId } }) {
    const { name } = await getOwnPasskey(trx, actor, passkeyId)
    return { subjectId: passkeyId, fields: { name: { label: passkeyListWords.name, value: name } } }
  },
  async run({ trx, actor, workspaceId, input: { passkeyId, name }, now, record }, touched) {
    if (!touched.has('name')) return { passkeyId }
    const member = await getOwnMember(trx, actor)
    const { name: before } = await getOwnPasskey(trx, actor, passkeyId)
    await trx
      .updateTable('passkey')
      .set({ name })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', passkeyId)
      .execute()
    await record({
      event: 'passkey renamed',
      subjectId: passkeyId,
      subject: name,
      changes: { name: { before, after: name } },
    })
    const detail = { before, after: name }
    await writeSecurityEvent(trx, workspaceId, { kind: 'passkey renamed', person: member, detail }, now)
    return { passkeyId }
  },
})
