import { passkeyInput } from './model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { getOwnMember, getOwnPasskey, tellOfPasskey } from './own-passkeys.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { passkeyRemovedMail } from './passkey-words.ts'

/**
 * Removes one of the member's own passkeys, for good; sessions stay. The member gets an email.
 * @throws Refusal 404 for an unknown passkey, or another member's
 */
export const removePasskey = defineCommand({
  name: 'remove-passkey',
  scope: 'workspace',
  input: passkeyInput,
  async run({ trx, actor, workspaceId, row, input: { passkeyId }, now, record, notify }) {
    const member = await getOwnMember(trx, actor)
    const { name } = await getOwnPasskey(trx, actor, passkeyId)
    await trx.deleteFrom('passkey').where('workspaceId', '=', workspaceId).where('id', '=', passkeyId).execute()
    await record({ event: 'passkey removed', subjectId: passkeyId, subject: name, changes: {} })
    const detail = { passkey: name }
    await writeSecurityEvent(trx, workspaceId, { kind: 'passkey removed', person: member, detail }, now)
    await tellOfPasskey(notify, {
      workspace: row.name,
      member,
      ...passkeyRemovedMail(name, row.name),
    })
    return { passkeyId }
  },
})
